package clipscope.clip.engine;

import java.util.ArrayList;
import java.util.List;

/// The size of a CLIP network: two towers and what they read.
///
/// **Thread:** Immutable.
///
/// @param vision the tower that looks at pictures
/// @param text the tower that reads prompts
/// @param imageSize S, the side of the picture in pixels
/// @param patchSize the side of a patch in pixels; what is left over at the right and at the bottom is not
///     looked at
/// @param vocabularySize how many tokens there are
/// @param contextLength the most tokens of a prompt, start and end included
/// @param dimensions E, the length of an embedding
public record NetworkShape(
        TowerShape vision,
        TowerShape text,
        int imageSize,
        int patchSize,
        int vocabularySize,
        int contextLength,
        int dimensions) {

    /// The checkpoint's name of the logarithm of the logit scale: a tensor of one value, of shape () or
    /// (1).
    public static final String LOGIT_SCALE = "logit_scale";

    private static final int CHANNELS = 3; // red, green, blue

    public NetworkShape {
        if (patchSize <= 0 || imageSize < patchSize || vocabularySize <= 0 || contextLength <= 0 || dimensions <= 0) {
            throw new IllegalArgumentException("image %d, patch %d, vocabulary %d, context %d, dimensions %d"
                    .formatted(imageSize, patchSize, vocabularySize, contextLength, dimensions));
        }
    }

    /// {@return P, the number of patches}
    public int patches() {
        int side = imageSize / patchSize;
        return Math.multiplyExact(side, side);
    }

    /// {@return the weights of the vision tower, in the order of `clip.py`}
    public List<WeightSpec> imageWeights() {
        String embeddings = "vision_model.embeddings.";
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(
                WeightSpec.of(embeddings + "patch_embedding.weight", vision.width(), CHANNELS, patchSize, patchSize));
        weights.add(WeightSpec.of(embeddings + "class_embedding", vision.width()));
        weights.add(WeightSpec.of(embeddings + "position_embedding.weight", 1L + patches(), vision.width()));
        weights.addAll(vision.norm("vision_model.pre_layrnorm")); // spelt so in every checkpoint
        weights.addAll(vision.blocks("vision_model"));
        weights.addAll(vision.norm("vision_model.post_layernorm"));
        weights.add(WeightSpec.of("visual_projection.weight", dimensions, vision.width()));
        return List.copyOf(weights);
    }

    /// {@return the weights of the text tower, in the order of `clip.py`}
    public List<WeightSpec> textWeights() {
        String embeddings = "text_model.embeddings.";
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.of(embeddings + "token_embedding.weight", vocabularySize, text.width()));
        weights.add(WeightSpec.of(embeddings + "position_embedding.weight", contextLength, text.width()));
        weights.addAll(text.blocks("text_model"));
        weights.addAll(text.norm("text_model.final_layer_norm"));
        weights.add(WeightSpec.of("text_projection.weight", dimensions, text.width()));
        return List.copyOf(weights);
    }

    /// {@return the multiplications and additions for one picture, roughly: those of the matrices}
    double operationsPerImage() {
        double block = 4.0 * vision.width() * vision.width() + 2.0 * vision.width() * vision.mlpWidth();
        return 2 * block * vision.layers() * (patches() + 1);
    }
}
