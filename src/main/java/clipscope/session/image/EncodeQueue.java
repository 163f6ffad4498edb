package clipscope.session.image;

import clipscope.clip.ClipModel;
import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.ImageId;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Images ready to be encoded, and the one batch of them that is being encoded.
///
/// A batch that fails is tried again in halves, so that one image's trouble stays that image's.
///
/// **Thread:** Confined to the owner's thread.
final class EncodeQueue {

    private final TaskRunner bulk;
    private final LongSupplier nanoTime;
    private final Consumer<Map<ImageId, Result>> onResults;
    private final BatchSize batchSize = new BatchSize();
    private final EncodeRate rate = new EncodeRate();
    private final Deque<Ready> ready = new ArrayDeque<>();
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private @Nullable ClipModel model;
    private int inBatch;

    /// An image decoded and preprocessed for one model.
    record Ready(ImageId id, PixelTensor pixels) {}

    /// What became of an image.
    sealed interface Result {

        record Encoded(Embedding embedding) implements Result {}

        record Failed(Problem problem) implements Result {}
    }

    private record Batch(FloatMatrix projections, long nanos) {}

    /// @param nanoTime the clock that batches are timed by
    /// @param onResults called on the owner's thread after each batch
    EncodeQueue(TaskRunner bulk, LongSupplier nanoTime, Consumer<Map<ImageId, Result>> onResults) {
        this.bulk = bulk;
        this.nanoTime = nanoTime;
        this.onResults = onResults;
    }

    /// Forgets everything and goes on with another model.
    void use(@Nullable ClipModel next) {
        clear();
        rate.clear();
        model = next;
    }

    /// Encodes that many at a time; empty for as many as suit.
    void batchOf(OptionalInt images) {
        batchSize.choose(images);
    }

    /// {@return how many are encoded at a time at present}
    int batch() {
        return batchSize.next();
    }

    void add(Ready image) {
        ready.add(image);
    }

    /// Forgets what waits and drops the result of what runs.
    void clear() {
        running.cancel();
        running = TaskRunner.Handle.NONE;
        inBatch = 0;
        ready.clear();
    }

    /// {@return images a second in the last batches of this model, 0 before the first}
    double imagesPerSecond() {
        return rate.perSecond();
    }

    /// {@return how many images are here, in the batch or before it}
    int size() {
        return ready.size() + inBatch;
    }

    /// Starts a batch if none runs.
    ///
    /// @param moreComing whether it is worth waiting for a full batch
    void pump(boolean moreComing) {
        ClipModel current = model;
        if (current == null || inBatch > 0 || ready.isEmpty() || (moreComing && ready.size() < batchSize.next())) {
            return;
        }
        List<Ready> batch = new ArrayList<>();
        while (batch.size() < batchSize.next() && !ready.isEmpty()) {
            batch.add(ready.removeFirst());
        }
        inBatch = batch.size();
        List<PixelTensor> pixels = batch.stream().map(Ready::pixels).toList();
        running = bulk.submit(_ -> encode(current, pixels), outcome -> ended(batch, outcome));
    }

    private Batch encode(ClipModel model, List<PixelTensor> pixels) throws ProblemException {
        long start = nanoTime.getAsLong();
        FloatMatrix projections = model.encodeImages(pixels);
        return new Batch(projections, nanoTime.getAsLong() - start);
    }

    private void ended(List<Ready> batch, Outcome<Batch> outcome) {
        inBatch = 0;
        switch (outcome) {
            case Outcome.Done(Batch(FloatMatrix projections, long nanos)) -> {
                batchSize.took(batch.size(), nanos);
                rate.took(batch.size(), nanos);
                Map<ImageId, Result> results = new LinkedHashMap<>();
                for (int i = 0; i < batch.size(); i++) {
                    results.put(batch.get(i).id(), new Result.Encoded(Embedding.ofProjection(projections.row(i))));
                }
                onResults.accept(results);
            }
            case Outcome.Failed(Throwable cause)
            when batch.size() == 1 ->
                onResults.accept(Map.of(batch.getFirst().id(), new Result.Failed(Problem.of(cause))));
            case Outcome.Failed<Batch> _ -> {
                batchSize.failed(batch.size());
                batch.reversed().forEach(ready::addFirst);
                onResults.accept(Map.of());
            }
        }
    }
}
