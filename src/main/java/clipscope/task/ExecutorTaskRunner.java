package clipscope.task;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A [TaskRunner] made of two executors: one does the work, the other is the owner's thread.
///
/// **Thread:** Thread-safe, but a handle's promise ("never once cancelled") holds on the owner's thread
/// only.
public final class ExecutorTaskRunner implements TaskRunner {

    private final Executor workers;
    private final Executor owner;

    public ExecutorTaskRunner(Executor workers, Executor owner) {
        this.workers = workers;
        this.owner = owner;
    }

    @Override
    public <T> Handle submit(Work<T> work, Consumer<? super Outcome<T>> onDone) {
        AtomicBoolean cancelled = new AtomicBoolean();
        try {
            workers.execute(() -> {
                if (cancelled.get()) {
                    return;
                }
                Outcome<T> outcome = run(work, cancelled);
                owner.execute(() -> {
                    if (!cancelled.get()) {
                        onDone.accept(outcome);
                    }
                });
            });
        } catch (RejectedExecutionException _) {
            cancelled.set(true); // the program is closing: nobody waits for the outcome any more
        }
        return () -> cancelled.set(true);
    }

    private static <T> Outcome<T> run(Work<T> work, AtomicBoolean cancelled) {
        try {
            return new Outcome.Done<>(work.run(cancelled::get));
        } catch (Throwable t) { // the one place that catches everything: a page must never stay on "working"
            return new Outcome.Failed<>(t);
        }
    }
}
