package clipscope.task;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// Makes an ordinary thread an owner of background work: the command line's counterpart of the JavaFX
/// thread.
///
/// **Thread:** [#execute] is thread-safe; [#runUntil] belongs to the owner.
public final class EventLoop implements Executor {

    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable event) {
        events.add(event);
    }

    /// Handles events on the calling thread until the condition holds after one of them, or already now.
    ///
    /// @throws InterruptedException if the thread is interrupted while it waits for an event
    public void runUntil(BooleanSupplier finished) throws InterruptedException {
        while (!finished.getAsBoolean()) {
            events.take().run();
        }
    }
}
