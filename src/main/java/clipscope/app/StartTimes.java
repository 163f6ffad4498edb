package clipscope.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How long after the process began the steps of a start are reached; each is told once.
///
/// **Thread:** Thread-safe.
final class StartTimes {

    /// A step of a start.
    enum Step {
        PROGRAM("the program runs"),
        WINDOW("the window is drawn"),
        MODEL("the model is ready"),
        RESULT("the first result");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    private final Set<Step> told = EnumSet.noneOf(Step.class);
    private final Instant begin;
    private final Clock clock;
    private final PrintStream out;

    /// @param begin when the process began
    StartTimes(Instant begin, Clock clock, PrintStream out) {
        this.begin = begin;
        this.clock = clock;
        this.out = out;
    }

    /// {@return the times of this process. The system knows its beginning to a hundredth of a second}
    static StartTimes ofThisProcess(Clock clock, PrintStream out) {
        Instant begin = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        return new StartTimes(begin, clock, out);
    }

    /// Tells that a step is reached, if it is for the first time.
    void reached(Step step) {
        at(step, clock.instant());
    }

    /// Tells when a step was reached.
    synchronized void at(Step step, Instant time) {
        if (told.add(step)) {
            double seconds = Duration.between(begin, time).toMillis() / 1000.0;
            out.printf(Locale.ROOT, "%6.2f s  %s%n", seconds, step.words);
        }
    }
}
