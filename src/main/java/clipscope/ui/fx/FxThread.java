package clipscope.ui.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/// The way onto the JavaFX thread, and the only caller of `Platform.runLater`.
///
/// Events run in the order in which they came. Many small ones go in one turn, but a turn ends after [#TURN]:
/// two thousand results at once must not keep the window from drawing.
///
/// **Thread:** Thread-safe.
public final class FxThread implements Executor {

    /// How long a turn may last before others have theirs: half of a frame at 60 frames a second.
    ///
    /// **Unit:** nanoseconds.
    static final long TURN = 8_000_000;

    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor later;
    private final LongSupplier nanoTime;

    public FxThread() {
        this(Platform::runLater, System::nanoTime);
    }

    FxThread(Executor later, LongSupplier nanoTime) {
        this.later = later;
        this.nanoTime = nanoTime;
    }

    @Override
    public void execute(Runnable event) {
        events.add(event);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            later.execute(this::turn);
        }
    }

    private void turn() {
        scheduled.set(false);
        long start = nanoTime.getAsLong();
        try {
            Runnable event = events.poll();
            while (event != null) {
                event.run();
                event = nanoTime.getAsLong() - start < TURN ? events.poll() : null;
            }
        } finally {
            if (!events.isEmpty()) { // time is up, or an event threw: the others must not wait for the next one to come
                schedule();
            }
        }
    }
}
