package clipscope.train;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How a training stands.
///
/// **Thread:** Immutable.
///
/// @param step how many steps are done
/// @param steps how many there will be
/// @param loss the mean since the last report
/// @param accuracy on combinations held out from training, where it was just measured
/// @param imagesPerSecond since the beginning
/// @param left the time left at this rate
public record TrainingProgress(
        int step, int steps, double loss, Optional<Accuracy> accuracy, double imagesPerSecond, Duration left) {

    /// {@return one line}
    public String line() {
        return String.format(
                Locale.ROOT,
                "step %d of %d · loss %.3f · %s%.0f images/s · %d:%02d left",
                step,
                steps,
                loss,
                accuracy.map(each -> "held out: " + each.line() + " · ").orElse(""),
                imagesPerSecond,
                left.toMinutes(),
                left.toSecondsPart());
    }
}
