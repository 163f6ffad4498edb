package clipscope.embedding;

import java.util.List;

/// Cosines of every image with every prompt of one comparison.
///
/// **Shape:** `cosines` is (images, prompts).
///
/// **Range:** [-1, 1].
///
/// **Thread:** Immutable.
///
/// **Source:** Radford et al. 2021, figure 3; `CLIP.forward` in `clip/model.py` of openai/CLIP.
public record SimilarityMatrix(List<ImageId> images, List<String> prompts, FloatMatrix cosines) {

    public SimilarityMatrix {
        images = List.copyOf(images);
        prompts = List.copyOf(prompts);
        if (cosines.rows() != images.size() || cosines.columns() != prompts.size()) {
            throw new IllegalArgumentException(
                    "%s for %d images and %d prompts".formatted(cosines, images.size(), prompts.size()));
        }
    }

    /// Computes all cosines.
    ///
    /// @param imageEmbeddings in the order of `images`
    /// @param promptEmbeddings in the order of `prompts`
    public static SimilarityMatrix of(
            List<ImageId> images,
            List<Embedding> imageEmbeddings,
            List<String> prompts,
            List<Embedding> promptEmbeddings) {
        float[] cosines = new float[Math.multiplyExact(imageEmbeddings.size(), promptEmbeddings.size())];
        int i = 0;
        for (Embedding image : imageEmbeddings) {
            for (Embedding prompt : promptEmbeddings) {
                cosines[i++] = image.cosine(prompt);
            }
        }
        return new SimilarityMatrix(
                images, prompts, FloatMatrix.copyOf(imageEmbeddings.size(), promptEmbeddings.size(), cosines));
    }
}
