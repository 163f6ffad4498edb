package clipscope.bench;

import clipscope.problem.ProblemException;
import java.util.function.LongSupplier;

/// Measures work by its fastest run: whatever else the machine does only makes the others longer.
final class Stopwatch {

    private static final int LEAST_RUNS = 3;
    private static final long MOST_NANOS = 1_500_000_000; // of all runs together, but for the least

    private final LongSupplier nanoseconds;

    Stopwatch(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /// A piece of work.
    @FunctionalInterface
    interface Work {

        void run() throws ProblemException;
    }

    /// {@return the seconds of the fastest run}
    double fastest(Work work) throws ProblemException {
        long start = nanoseconds.getAsLong();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < LEAST_RUNS || nanoseconds.getAsLong() - start < MOST_NANOS; i++) {
            best = Math.min(best, nanosOf(work));
        }
        return best / 1e9;
    }

    /// {@return the seconds of one run}
    double once(Work work) throws ProblemException {
        return nanosOf(work) / 1e9;
    }

    private long nanosOf(Work work) throws ProblemException {
        long start = nanoseconds.getAsLong();
        work.run();
        return nanoseconds.getAsLong() - start;
    }
}
