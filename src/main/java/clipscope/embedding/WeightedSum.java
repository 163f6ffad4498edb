package clipscope.embedding;

import java.util.List;

/// Sums and differences of embeddings: *king − man + woman*, and an image with words.
public final class WeightedSum {

    private WeightedSum() {}

    /// {@return the direction of the sum, each embedding times its weight}
    ///
    /// @param weights one for each, negative ones for a difference
    /// @throws IllegalArgumentException for none, for different dimensions, or if they cancel each other
    ///     out
    public static Embedding of(List<Embedding> embeddings, double[] weights) {
        if (embeddings.isEmpty() || embeddings.size() != weights.length) {
            throw new IllegalArgumentException(
                    "%d weights for %d embeddings".formatted(weights.length, embeddings.size()));
        }
        float[] sum = new float[embeddings.getFirst().dimensions()];
        for (int e = 0; e < weights.length; e++) {
            Embedding embedding = embeddings.get(e);
            if (embedding.dimensions() != sum.length) {
                throw new IllegalArgumentException(
                        "embeddings of %d and %d dimensions".formatted(sum.length, embedding.dimensions()));
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (weights[e] * embedding.at(i));
            }
        }
        return Embedding.ofProjection(sum);
    }
}
