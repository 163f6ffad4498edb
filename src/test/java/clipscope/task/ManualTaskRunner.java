package clipscope.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A [TaskRunner] that holds work until the test says so, and then does it on the test's own thread.
public final class ManualTaskRunner implements TaskRunner {

    private final Deque<Piece<?>> pieces = new ArrayDeque<>();

    @Override
    public <T> Handle submit(Work<T> work, Consumer<? super Outcome<T>> onDone) {
        Piece<T> piece = new Piece<>(work, onDone, new AtomicBoolean());
        pieces.add(piece);
        return () -> piece.cancelled.set(true);
    }

    /// {@return five doors that all lead here}
    public Runners runners() {
        return new Runners(this, this, this, this, this);
    }

    /// {@return how many pieces of work wait that nobody has cancelled}
    public int pending() {
        return (int) pieces.stream().filter(piece -> !piece.cancelled.get()).count();
    }

    /// Does the oldest piece that waits.
    ///
    /// @throws java.util.NoSuchElementException if none waits
    public void runNext() {
        pieces.removeFirst().run();
    }

    /// Does everything, with what comes of it, in the order of submission.
    public void runAll() {
        while (!pieces.isEmpty()) {
            pieces.removeFirst().run();
        }
    }

    /// Does everything, with what comes of it, the latest first: as if every piece took longer than the one
    /// after it.
    public void runAllNewestFirst() {
        while (!pieces.isEmpty()) {
            pieces.removeLast().run();
        }
    }

    private record Piece<T>(Work<T> work, Consumer<? super Outcome<T>> onDone, AtomicBoolean cancelled) {

        void run() {
            if (!cancelled.get()) {
                Outcome<T> outcome = outcome();
                if (!cancelled.get()) {
                    onDone.accept(outcome);
                }
            }
        }

        private Outcome<T> outcome() {
            try {
                return new Outcome.Done<>(work.run(cancelled::get));
            } catch (Throwable t) {
                return new Outcome.Failed<>(t);
            }
        }
    }
}
