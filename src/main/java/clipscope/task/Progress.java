package clipscope.task;

import java.time.Duration;
import java.util.Optional;

/// How far a long job is.
///
/// **Thread:** Immutable.
///
/// @param done how many things are finished, failed ones included
/// @param total how many there are, as far as is known
/// @param perSecond how many were finished in a second of late; 0 while that is not known
public record Progress(long done, long total, double perSecond) {

    /// {@return between 0 and 1}
    public double fraction() {
        return total == 0 ? 0 : (double) done / total;
    }

    /// {@return the time left at the present rate, empty while there is no rate}
    public Optional<Duration> timeLeft() {
        return perSecond <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round((total - done) / perSecond * 1000)));
    }
}
