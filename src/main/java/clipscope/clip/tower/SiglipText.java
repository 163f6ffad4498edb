package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// SigLIP's text transformer: every token looks at every token, padding too, and the last one is projected.
/// So a prompt must be filled up to the whole context, as in training.
///
/// **Source:** Zhai et al. 2023, "Sigmoid Loss for Language Image Pre-Training"; names as in Hugging
/// Face's `SiglipModel`.
public record SiglipText(TransformerShape transformer, int vocabularySize, int contextLength, int dimensions)
        implements TextTower {

    public SiglipText {
        Sizes.checkText(vocabularySize, contextLength, dimensions);
    }

    @Override
    public List<WeightSpec> weights() {
        List<WeightSpec> weights = new ArrayList<>(ClipText.embeddings(transformer, vocabularySize, contextLength));
        weights.addAll(transformer.blocks("text_model"));
        weights.addAll(transformer.norm("text_model.final_layer_norm"));
        weights.addAll(WeightSpec.linear("text_model.head", transformer.width(), dimensions));
        return List.copyOf(weights);
    }

    @Override
    public List<WeightSpec> logitWeights() {
        return List.of(WeightSpec.of(NetworkShape.LOGIT_SCALE, 1), WeightSpec.of(NetworkShape.LOGIT_BIAS, 1));
    }
}
