package clipscope.task;

import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The one thread that owns the model, and its queue: what a person waits for goes before bulk work.
///
/// Bulk work comes in batches, so nobody waits for longer than one of them.
///
/// **Thread:** Thread-safe.
public final class InferenceThread implements AutoCloseable {

    private static final int SOON = 0;
    private static final int BULK = 1;

    private final AtomicLong tickets = new AtomicLong();
    private final ThreadPoolExecutor executor;
    private boolean closed; // guarded by this

    public InferenceThread(ThreadFactory threads) {
        this.executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), threads);
    }

    /// {@return an executor for what a person waits for: texts just typed, the one image they look at}
    public Executor soon() {
        return work -> submit(SOON, work);
    }

    /// {@return an executor for batches of a long job}
    public Executor bulk() {
        return work -> submit(BULK, work);
    }

    private synchronized void submit(int urgency, Runnable work) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        executor.execute(new Ticket(urgency, tickets.getAndIncrement(), work));
    }

    /// Nothing comes in behind it: a batch would compute with a model that is closed.
    private synchronized void submitLast(Runnable last) {
        executor.getQueue().clear();
        submit(SOON, last);
        closed = true;
        executor.shutdown();
    }

    /// Drops what waits, lets what runs finish, and ends the thread.
    ///
    /// @param last run on the thread after everything else: closing the model, say
    /// @return whether all that was done within the milliseconds given
    public boolean closeAfter(Runnable last, long millis) {
        submitLast(last);
        try {
            return executor.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Drops what waits and lets what runs finish.
    @Override
    public synchronized void close() {
        closed = true;
        executor.shutdownNow();
    }

    /// One entry of the queue. Equal urgency is served in the order of arrival.
    private record Ticket(int urgency, long number, Runnable work) implements Runnable, Comparable<Ticket> {

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Ticket other) {
            int byUrgency = Integer.compare(urgency, other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(number, other.number);
        }
    }
}
