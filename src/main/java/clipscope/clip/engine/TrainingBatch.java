package clipscope.clip.engine;

import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.FloatMatrix;
import java.util.List;

/// Pictures, texts, and which text is true of which picture.
///
/// **Thread:** Immutable.
///
/// @param kept the patches of each picture that are looked at, by their numbers, equally many of each; empty
///     for all
/// @param texts token ids, each from the start to the end token
/// @param truth **Shape:** `(images, texts)`: 1 true, 0 false, 0.5 neither, and so of no account
public record TrainingBatch(
        List<PixelTensor> images, List<List<Integer>> kept, List<List<Integer>> texts, FloatMatrix truth) {

    public TrainingBatch {
        images = List.copyOf(images);
        kept = List.copyOf(kept);
        texts = List.copyOf(texts);
        if (images.isEmpty() || texts.isEmpty() || truth.rows() != images.size() || truth.columns() != texts.size()) {
            throw new IllegalArgumentException(
                    "%s for %d images and %d texts".formatted(truth, images.size(), texts.size()));
        }
        if (!kept.isEmpty()
                && (kept.size() != images.size()
                        || kept.stream().mapToInt(List::size).distinct().count() != 1)) {
            throw new IllegalArgumentException("patches of %d images for %d".formatted(kept.size(), images.size()));
        }
    }

    /// {@return pairs of which only the text at the same place is true of a picture, as in the CLIP paper}
    public static TrainingBatch ofPairs(List<PixelTensor> images, List<List<Integer>> texts) {
        int n = images.size();
        float[] truth = new float[n * texts.size()];
        for (int i = 0; i < n; i++) {
            truth[i * texts.size() + i] = 1;
        }
        return new TrainingBatch(images, List.of(), texts, FloatMatrix.copyOf(n, texts.size(), truth));
    }
}
