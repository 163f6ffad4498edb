package clipscope.zoo.download;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often something is tried again, and after which time.
///
/// **Thread:** Confined to the thread that downloads.
final class Retries {

    private static final Texts TEXTS = Texts.beside(Retries.class);

    private static final int MOST = 6; // in a row, without a byte
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(10); // who waits longer comes back by themselves

    private final Patience.Pause pause;
    private final DownloadWatch watch;
    private final Cancellation cancelled;
    private int failures;

    /// @param watch told when something is waited for
    Retries(Patience.Pause pause, DownloadWatch watch, Cancellation cancelled) {
        this.pause = pause;
        this.watch = watch;
        this.cancelled = cancelled;
    }

    /// Another try may go better.
    static final class Again extends IOException {

        private static final long serialVersionUID = 1;

        private final transient Optional<Duration> after;

        Again(String reason, Optional<Duration> after) {
            super(reason);
            this.after = after;
        }

        Again(String reason) {
            this(reason, Optional.empty());
        }

        /// {@return one for an answer that says so}
        static Again of(Reply reply) {
            return new Again(
                    TEXTS.get("again.status", Integer.toString(reply.status())), reply.retryAfter(Instant.now()));
        }
    }

    /// Something is done that may fail because of the net.
    @FunctionalInterface
    interface Attempt<T> {

        T run() throws IOException, ProblemException;
    }

    /// Tries until it goes well.
    ///
    /// @throws ProblemException if it does not, after several tries
    <T> T insist(String host, Attempt<T> attempt) throws ProblemException {
        while (true) {
            try {
                T result = attempt.run();
                progressed();
                return result;
            } catch (IOException e) {
                failed(host, e);
            }
        }
    }

    /// There was progress: what failed before no longer counts.
    void progressed() {
        failures = 0;
    }

    /// Waits before another try.
    ///
    /// @throws ProblemException if there were enough
    void failed(String host, IOException cause) throws ProblemException {
        failures++;
        Optional<Duration> asked = cause instanceof Again again ? again.after : Optional.empty();
        if (failures > MOST
                || asked.filter(wait -> wait.compareTo(LONGEST_ASKED) > 0).isPresent()) {
            throw new ProblemException(new Problem.NoConnection(host, String.valueOf(cause.getMessage())), cause);
        }
        Duration usual = FIRST.multipliedBy(1L << (failures - 1));
        Duration own = usual.compareTo(LONGEST) > 0 ? LONGEST : usual;
        Duration wait = asked.filter(longer -> longer.compareTo(own) > 0).orElse(own);
        watch.step(TEXTS.get("step.again", host, wait.toSeconds()));
        pause.during(wait, cancelled);
    }
}
