package clipscope.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// The long jobs that are going on.
///
/// **Thread:** Thread-safe.
public final class JobBoard {

    private final List<Job> running = new CopyOnWriteArrayList<>();
    private final LongSupplier nanoTime;

    /// @param nanoTime `System::nanoTime`, or a test's clock
    public JobBoard(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Puts a job on the board.
    ///
    /// @param title what is going on, as a person reads it: "Encoding images"
    /// @param onCancel stops the work
    public Job start(String title, Runnable onCancel) {
        return put(new Job(title, Job.Unit.THINGS, Job.Stop.CANCEL, onCancel, nanoTime));
    }

    /// Puts a job on the board that fetches bytes, and can go on later where it was stopped.
    ///
    /// @param onPause stops the work
    public Job startFetching(String title, Runnable onPause) {
        return put(new Job(title, Job.Unit.BYTES, Job.Stop.PAUSE, onPause, nanoTime));
    }

    private Job put(Job job) {
        running.add(job);
        return job;
    }

    /// Takes a job off the board, however it ended.
    public void finish(Job job) {
        running.remove(job);
    }

    /// {@return the clock that jobs are timed by, in nanoseconds}
    public LongSupplier clock() {
        return nanoTime;
    }

    /// {@return the jobs going on now, oldest first}
    public List<Job> running() {
        return List.copyOf(running);
    }
}
