package clipscope.score.cluster;

import clipscope.embedding.CosineBlock;
import clipscope.embedding.Embedding;
import clipscope.task.Cancellation;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;

/// One minus the cosine, for every pair of embeddings.
///
/// **Memory:** 2 n² bytes: 200 MB for 10,000.
///
/// **Thread:** Confined to one thread.
final class CosineDistances {

    private final int count;
    private final float[] values; // of (i, j) with i < j: row by row

    private CosineDistances(int count) {
        this.count = count;
        this.values = new float[Math.toIntExact((long) count * (count - 1) / 2)];
    }

    /// @param onPairs told how many pairs were done since it was told last
    /// @throws CancellationException if nobody wants the result any more
    static CosineDistances of(List<Embedding> embeddings, Cancellation cancelled, LongConsumer onPairs) {
        CosineDistances distances = new CosineDistances(embeddings.size());
        float[] cosines = new float[CosineBlock.WIDTH];
        for (int from = 0; from < distances.count; from += CosineBlock.WIDTH) {
            int to = Math.min(distances.count, from + CosineBlock.WIDTH);
            CosineBlock block = new CosineBlock(embeddings.subList(from, to));
            for (int i = 0; i < to; i++) {
                if (cancelled.requested()) {
                    throw new CancellationException();
                }
                block.cosines(embeddings.get(i), cosines, 0);
                for (int j = Math.max(from, i + 1); j < to; j++) {
                    distances.set(i, j, 1 - cosines[j - from]);
                }
                onPairs.accept(Math.max(0, to - Math.max(from, i + 1)));
            }
        }
        return distances;
    }

    int count() {
        return count;
    }

    float at(int i, int j) {
        return i == j ? 0 : values[i < j ? index(i, j) : index(j, i)];
    }

    void set(int i, int j, float distance) {
        values[i < j ? index(i, j) : index(j, i)] = distance;
    }

    private int index(int i, int j) {
        return (int) ((long) i * (2L * count - i - 1) / 2) + j - i - 1;
    }
}
