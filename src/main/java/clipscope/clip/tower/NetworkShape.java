package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// A network: a tower that looks at pictures and one that reads prompts, with embeddings of one length.
///
/// **Thread:** Immutable.
public record NetworkShape(ImageTower image, TextTower text) {

    /// The checkpoint's name of the logarithm of the factor from cosine to logit.
    public static final String LOGIT_SCALE = "logit_scale";

    /// The checkpoint's name of what is added to a logit.
    public static final String LOGIT_BIAS = "logit_bias";

    public NetworkShape {
        if (image.dimensions() != text.dimensions()) {
            throw new IllegalArgumentException(
                    "embeddings of %d and %d".formatted(image.dimensions(), text.dimensions()));
        }
    }

    /// {@return E, the length of an embedding}
    public int dimensions() {
        return image.dimensions();
    }

    /// {@return how many numbers the weights are}
    public long parameters() {
        return weights().stream().mapToLong(WeightSpec::numbers).sum();
    }

    /// {@return everything that a checkpoint must have}
    public List<WeightSpec> weights() {
        List<WeightSpec> weights = new ArrayList<>(image.weights());
        weights.addAll(text.weights());
        weights.addAll(text.logitWeights());
        return List.copyOf(weights);
    }
}
