package clipscope.train.run;

import clipscope.clip.engine.TrainingBatch;
import clipscope.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Makes the next few batches in the background, and hands them out in the order of their steps.
///
/// **Thread:** Confined to the thread that made it; batches are made on one of its own.
final class BatchesAhead implements AutoCloseable {

    private static final int AHEAD = 3;

    private final Batches batches;
    private final int steps;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Queue<CompletableFuture<TrainingBatch>> made = new ArrayDeque<>();
    private int asked;

    /// @param done steps that need no batch any more
    BatchesAhead(Batches batches, int done, int steps) {
        this.batches = batches;
        this.steps = steps;
        this.asked = done;
        while (made.size() < AHEAD && asked < steps) {
            ask();
        }
    }

    /// {@return the batch of the next step}
    ///
    /// @throws ProblemException if something that the batch is made of cannot be read
    TrainingBatch next() throws ProblemException {
        CompletableFuture<TrainingBatch> first = made.remove();
        if (asked < steps) {
            ask();
        }
        try {
            return first.join();
        } catch (CompletionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException known) {
                    throw new ProblemException(known.problem(), e);
                }
            }
            throw e;
        }
    }

    private void ask() {
        asked++;
        int step = asked;
        made.add(CompletableFuture.supplyAsync(() -> batches.batch(step), worker));
    }

    /// Makes no more.
    @Override
    public void close() {
        worker.shutdownNow();
        worker.close();
    }
}
