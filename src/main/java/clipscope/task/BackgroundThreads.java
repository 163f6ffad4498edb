package clipscope.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads behind the runners: one for inference, a few for files, two for other machines, one for what
/// must not be lost.
///
/// They are daemons: a program whose window is closed ends, whatever they are at.
///
/// **Thread:** Thread-safe.
public final class BackgroundThreads implements AutoCloseable {

    private static final int LEAST_IO = 2; // so that pictures are decoded while a large file is hashed

    private static final int NET = 2; // downloads at once; others wait for their turn

    private final InferenceThread inference;
    private final ExecutorService io;
    private final ExecutorService net;
    private final ExecutorService keep;
    private final ExecutorService longWork;

    private BackgroundThreads(Runnable first) {
        this.inference = new InferenceThread(named("inference", first));
        this.io = Executors.newFixedThreadPool(
                Math.max(LEAST_IO, Runtime.getRuntime().availableProcessors() - 1), // one is left for who types
                named("io", first));
        this.net = Executors.newFixedThreadPool(NET, named("net", first));
        this.keep = Executors.newSingleThreadExecutor(named("keep", () -> {})); // seldom busy, and stands back for none
        this.longWork = Executors.newSingleThreadExecutor(named("long-work", first));
    }

    /// {@return threads for a command, which has nothing else to do}
    public static BackgroundThreads ofCommand() {
        return new BackgroundThreads(() -> {});
    }

    /// {@return threads that stand back behind a window's own, so that it answers while they compute} So does
    /// the virtual machine's compiler from now on.
    public static BackgroundThreads behindWindow() {
        Niceness.compilerStandsBack();
        return new BackgroundThreads(Niceness::standBack);
    }

    /// {@return the door to a thread for work of hours, which keeps nothing else waiting}
    public TaskRunner longWork(Executor owner) {
        return new ExecutorTaskRunner(longWork, owner);
    }

    /// {@return the doors to the threads, for one owner}
    public Runners runners(Executor owner) {
        return new Runners(
                new ExecutorTaskRunner(io, owner),
                new ExecutorTaskRunner(net, owner),
                new ExecutorTaskRunner(keep, owner),
                new ExecutorTaskRunner(inference.soon(), owner),
                new ExecutorTaskRunner(inference.bulk(), owner));
    }

    /// Drops what waits, lets the batch that runs end and then closes what the inference thread owns. Whoever
    /// cannot wait so long may only end the process by [ProcessEnd].
    ///
    /// @param release closes the model; run on the inference thread
    /// @param millis how long to wait for that
    /// @return whether it was done in time
    public boolean closeWithin(Runnable release, long millis) {
        io.shutdownNow();
        net.shutdownNow();
        keep.shutdown();
        longWork.shutdown();
        return inference.closeAfter(release, millis);
    }

    /// Waits until what must not be lost is written, that which waits to be written too, and takes no more.
    ///
    /// @return whether it was in time
    public boolean endKeeping(long millis) {
        return ends(keep, millis);
    }

    /// Waits for the long work to end that was asked to, and begins no more.
    ///
    /// @return whether it ended in time
    public boolean endLongWork(long millis) {
        return ends(longWork, millis);
    }

    private static boolean ends(ExecutorService executor, long millis) {
        executor.shutdown();
        try {
            return executor.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        io.shutdownNow();
        net.shutdownNow();
        keep.shutdown();
        longWork.shutdownNow();
        inference.close();
    }

    /// @param first done by each thread before its work
    private static ThreadFactory named(String name, Runnable first) {
        AtomicInteger number = new AtomicInteger(1);
        return work -> Thread.ofPlatform()
                .name("clipscope-" + name + "-" + number.getAndIncrement())
                .daemon()
                .unstarted(() -> {
                    first.run();
                    work.run();
                });
    }
}
