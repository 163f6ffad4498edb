package clipscope.zoo.download;

import clipscope.task.Cancellation;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How long to wait for others.
///
/// **Thread:** Immutable.
///
/// @param silence after which a connection on which nothing comes is given up
/// @param pause waits before another try; a test's counts instead
record Patience(Duration silence, Pause pause) {

    /// Nobody waits longer than this to see that something was cancelled.
    static final long SLICE_MILLIS = 100;

    /// That of the program.
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Patience::await);

    /// Lets time pass.
    @FunctionalInterface
    interface Pause {

        /// Returns when the time is over.
        ///
        /// @throws CancellationException if the work was cancelled meanwhile
        void during(Duration time, Cancellation cancelled);
    }

    private static void await(Duration time, Cancellation cancelled) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (long left = time.toMillis(); left > 0; left -= SLICE_MILLIS) {
                stopIf(cancelled);
                var _ = never.await(Math.min(left, SLICE_MILLIS), TimeUnit.MILLISECONDS);
            }
            stopIf(cancelled);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    /// @throws CancellationException if the work is not wanted any more
    static void stopIf(Cancellation cancelled) {
        if (cancelled.requested()) {
            throw new CancellationException("cancelled");
        }
    }

    /// {@return what ends the work of a thread that was interrupted: the program is closing}
    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }
}
