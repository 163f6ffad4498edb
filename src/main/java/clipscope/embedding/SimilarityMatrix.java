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
        int rows = imageEmbeddings.size();
        int columns = promptEmbeddings.size();
        float[] cosines = new float[Math.multiplyExact(rows, columns)];
        for (int from = 0; from < columns; from += CosineBlock.WIDTH) {
            int to = Math.min(columns, from + CosineBlock.WIDTH);
            CosineBlock block = new CosineBlock(promptEmbeddings.subList(from, to));
            for (int r = 0; r < rows; r++) {
                block.cosines(imageEmbeddings.get(r), cosines, r * columns + from);
            }
        }
        return new SimilarityMatrix(images, prompts, FloatMatrix.adopt(rows, columns, cosines));
    }
}
