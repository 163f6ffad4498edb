package clipscope.embedding;

import java.util.List;

/// The mean direction of several embeddings: how the prompts of one label become one classifier.
///
/// **Source:** `zeroshot_classifier` in `notebooks/Prompt_Engineering_for_ImageNet.ipynb` of openai/CLIP:
/// unit vectors are averaged, and the mean is scaled to length 1 again.
public final class MeanEmbedding {

    private MeanEmbedding() {}

    /// {@return the mean, scaled to length 1; of a single embedding itself}
    ///
    /// @throws IllegalArgumentException for none, for different dimensions, or if they cancel each other
    ///     out
    public static Embedding of(List<Embedding> embeddings) {
        if (embeddings.size() == 1) {
            return embeddings.getFirst();
        }
        if (embeddings.isEmpty()) {
            throw new IllegalArgumentException("the mean of nothing");
        }
        int dimensions = embeddings.getFirst().dimensions();
        double[] sums = new double[dimensions];
        for (Embedding embedding : embeddings) {
            if (embedding.dimensions() != dimensions) {
                throw new IllegalArgumentException(
                        "embeddings of %d and %d dimensions".formatted(dimensions, embedding.dimensions()));
            }
            for (int i = 0; i < dimensions; i++) {
                sums[i] += embedding.at(i);
            }
        }
        float[] mean = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            mean[i] = (float) (sums[i] / embeddings.size());
        }
        return Embedding.ofProjection(mean);
    }
}
