package clipscope.train.run;

import java.time.Duration;
import java.util.Locale;

/// How a training stands.
///
/// **Thread:** Immutable.
///
/// @param step how many steps are done
/// @param steps how many there will be
/// @param loss the mean since the last report
/// @param gradient the mean length since then
/// @param logitScale now
/// @param rate the learning rate now
/// @param imagesPerSecond since the last report
/// @param left the time left at this speed
public record Progress(
        int step,
        int steps,
        double loss,
        double gradient,
        double logitScale,
        double rate,
        double imagesPerSecond,
        Duration left) {

    /// The columns of [#row()].
    public static final String COLUMNS = "step,loss,gradient,logit scale,learning rate,images per second";

    /// {@return one line for people}
    public String line() {
        return String.format(
                Locale.ROOT,
                "step %d of %d · loss %.3f · gradient %.2f · scale %.1f · %.0f images/s · %d:%02d:%02d left",
                step,
                steps,
                loss,
                gradient,
                logitScale,
                imagesPerSecond,
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart());
    }

    /// {@return one line of a table}
    public String row() {
        return String.format(
                Locale.ROOT, "%d,%.4f,%.4f,%.3f,%.3e,%.0f", step, loss, gradient, logitScale, rate, imagesPerSecond);
    }
}
