package clipscope.ui.problem;

import clipscope.problem.ProblemText;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last to hear of a defect: logs it and shows it. What repeats within a second is swallowed, so that a
/// fault in every frame makes one window.
///
/// **Thread:** Thread-safe.
public final class UncaughtProblems implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtProblems.class);
    private static final long QUIET = 1_000_000_000; // ns

    private final Executor owner;
    private final Consumer<? super Throwable> show;
    private final Runnable freeMemory;
    private final LongSupplier nanoTime;
    private String lastCode = "";
    private long lastTime;

    /// @param owner the JavaFX thread, on which the next two are called
    /// @param show shows a defect
    /// @param freeMemory drops what can be made again; called before an [OutOfMemoryError] is shown
    /// @param nanoTime `System::nanoTime`, or a test's clock
    public UncaughtProblems(
            Executor owner, Consumer<? super Throwable> show, Runnable freeMemory, LongSupplier nanoTime) {
        this.owner = owner;
        this.show = show;
        this.freeMemory = freeMemory;
        this.nanoTime = nanoTime;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        if (repeated(ProblemText.code(cause))) {
            return;
        }
        LOG.error("a defect, on {}", thread.getName(), cause);
        owner.execute(() -> {
            if (cause instanceof OutOfMemoryError) {
                freeMemory.run();
            }
            show.accept(cause);
        });
    }

    /// A row of repetitions counts from its last one: it is swallowed however long it goes on.
    private synchronized boolean repeated(String code) {
        long now = nanoTime.getAsLong();
        boolean again = code.equals(lastCode) && now - lastTime < QUIET;
        lastCode = code;
        lastTime = now;
        return again;
    }
}
