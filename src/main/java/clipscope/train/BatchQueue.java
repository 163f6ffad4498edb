package clipscope.train;

import clipscope.clip.engine.TrainingBatch;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Draws the next few batches in the background, and hands them out in the order of their steps.
///
/// **Thread:** Confined to the thread that made it; the drawing is done on one of its own.
final class BatchQueue implements AutoCloseable {

    private static final int AHEAD = 3; // batches; one is drawn in a fraction of the time that a step takes

    private final BatchSource source;
    private final int steps;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Queue<CompletableFuture<TrainingBatch>> drawn = new ArrayDeque<>();
    private int asked;

    BatchQueue(BatchSource source, int steps) {
        this.source = source;
        this.steps = steps;
        while (drawn.size() < AHEAD && asked < steps) {
            ask();
        }
    }

    /// {@return the batch of the next step}
    TrainingBatch next() {
        CompletableFuture<TrainingBatch> first = drawn.remove();
        if (asked < steps) {
            ask();
        }
        return first.join();
    }

    private void ask() {
        asked++;
        int step = asked;
        drawn.add(CompletableFuture.supplyAsync(() -> source.batch(step), worker));
    }

    /// Draws no more.
    @Override
    public void close() {
        worker.shutdownNow();
        worker.close();
    }
}
