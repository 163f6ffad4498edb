package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// CLIP's vision transformer: patches behind a class token, whose last state is projected.
///
/// **Source:** Radford et al. 2021, section 2.4; names as in Hugging Face's `CLIPModel`.
public record ClipVision(TransformerShape transformer, int imageSize, int patchSize, int dimensions)
        implements ImageTower {

    public ClipVision {
        Sizes.check(imageSize, patchSize, dimensions);
    }

    @Override
    public int width() {
        return transformer.width();
    }

    @Override
    public int layers() {
        return transformer.layers();
    }

    @Override
    public int heads() {
        return transformer.heads();
    }

    @Override
    public List<WeightSpec> weights() {
        int width = width();
        String embeddings = "vision_model.embeddings.";
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.patches(embeddings + "patch_embedding", width, patchSize));
        weights.add(WeightSpec.of(embeddings + "class_embedding", width));
        weights.add(WeightSpec.of(embeddings + "position_embedding.weight", tokens(), width));
        weights.addAll(transformer.norm("vision_model.pre_layrnorm")); // spelt so in every checkpoint
        weights.addAll(transformer.blocks("vision_model"));
        weights.addAll(transformer.norm("vision_model.post_layernorm"));
        weights.add(WeightSpec.of("visual_projection.weight", dimensions, width));
        return List.copyOf(weights);
    }

    @Override
    public List<MatrixProduct> products() {
        return transformer.products(tokens());
    }

    /// {@return 1 + P: the class token and the patches}
    private int tokens() {
        return Math.addExact(1, Sizes.square(patchGrid(imageSize)));
    }
}
