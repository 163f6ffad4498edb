package clipscope.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A [TaskRunner] that hands one piece of work after the other to a runner with many threads: what is
/// submitted last ends last.
///
/// **Thread:** Confined to the owner's thread.
public final class InTurn implements TaskRunner {

    private final TaskRunner runner;
    private final Deque<Piece<?>> waiting = new ArrayDeque<>();
    private boolean busy;

    public InTurn(TaskRunner runner) {
        this.runner = runner;
    }

    @Override
    public <T> Handle submit(Work<T> work, Consumer<? super Outcome<T>> onDone) {
        Piece<T> piece = new Piece<>(work, onDone, new AtomicBoolean());
        waiting.add(piece);
        next();
        return () -> {
            piece.cancelled().set(true);
            waiting.remove(piece);
        };
    }

    private void next() {
        Piece<?> piece = busy ? null : waiting.poll();
        if (piece != null) {
            busy = true;
            begin(piece);
        }
    }

    /// Even what is cancelled from now on must end before the next begins.
    private <T> void begin(Piece<T> piece) {
        var _ = runner.<T>submit(_ -> piece.work().run(piece.cancelled()::get), outcome -> {
            busy = false;
            try {
                if (!piece.cancelled().get()) {
                    piece.onDone().accept(outcome);
                }
            } finally {
                next();
            }
        });
    }

    private record Piece<T>(Work<T> work, Consumer<? super Outcome<T>> onDone, AtomicBoolean cancelled) {}
}
