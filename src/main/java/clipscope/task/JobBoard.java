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
        return start(title, Job.Unit.THINGS, onCancel);
    }

    /// Puts a job on the board that counts something else than things.
    public Job start(String title, Job.Unit unit, Runnable onCancel) {
        Job job = new Job(title, unit, onCancel, nanoTime);
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
