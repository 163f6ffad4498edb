package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// CLIP's text transformer: causal, read at the end token, projected.
///
/// **Source:** Radford et al. 2021, section 2.4; names as in Hugging Face's `CLIPModel`.
public record ClipText(TransformerShape transformer, int vocabularySize, int contextLength, int dimensions)
        implements TextTower {

    public ClipText {
        Sizes.checkText(vocabularySize, contextLength, dimensions);
    }

    @Override
    public List<WeightSpec> weights() {
        int width = transformer.width();
        List<WeightSpec> weights = new ArrayList<>(embeddings(transformer, vocabularySize, contextLength));
        weights.addAll(transformer.blocks("text_model"));
        weights.addAll(transformer.norm("text_model.final_layer_norm"));
        weights.add(WeightSpec.of("text_projection.weight", dimensions, width));
        return List.copyOf(weights);
    }

    @Override
    public List<WeightSpec> logitWeights() {
        return List.of(WeightSpec.of(NetworkShape.LOGIT_SCALE));
    }

    /// {@return the tokens' states and those of their places}
    static List<WeightSpec> embeddings(TransformerShape transformer, int vocabularySize, int contextLength) {
        String embeddings = "text_model.embeddings.";
        return List.of(
                WeightSpec.of(embeddings + "token_embedding.weight", vocabularySize, transformer.width()),
                WeightSpec.of(embeddings + "position_embedding.weight", contextLength, transformer.width()));
    }
}
