package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// SigLIP's vision transformer: patches alone, pooled by the attention of one learned query. Its embedding
/// is as long as a state; there is no projection.
///
/// **Source:** Zhai et al. 2022, "Scaling Vision Transformers", section 3.2, for the pooling; names as in
/// Hugging Face's `SiglipModel`.
public record SiglipVision(TransformerShape transformer, int imageSize, int patchSize) implements ImageTower {

    public SiglipVision {
        Sizes.check(imageSize, patchSize, transformer.width());
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
    public int dimensions() {
        return transformer.width();
    }

    @Override
    public List<WeightSpec> weights() {
        int width = width();
        String embeddings = "vision_model.embeddings.";
        String attention = "vision_model.head.attention.";
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.patches(embeddings + "patch_embedding", width, patchSize));
        weights.add(WeightSpec.of(embeddings + "patch_embedding.bias", width));
        weights.add(WeightSpec.of(embeddings + "position_embedding.weight", patches(), width));
        weights.addAll(transformer.blocks("vision_model"));
        weights.addAll(transformer.norm("vision_model.post_layernorm"));
        weights.add(WeightSpec.of("vision_model.head.probe", 1, 1, width));
        weights.add(WeightSpec.of(attention + "in_proj_weight", 3L * width, width));
        weights.add(WeightSpec.of(attention + "in_proj_bias", 3L * width));
        weights.addAll(WeightSpec.linear(attention + "out_proj", width, width));
        weights.addAll(transformer.norm("vision_model.head.layernorm"));
        weights.addAll(transformer.mlp("vision_model.head.mlp"));
        return List.copyOf(weights);
    }

    @Override
    public List<MatrixProduct> products() {
        List<MatrixProduct> products = new ArrayList<>(transformer.products(patches()));
        products.add(new MatrixProduct(patches(), width(), 2 * width(), 1)); // the pooling's keys and values
        return List.copyOf(products);
    }

    private int patches() {
        return Sizes.square(patchGrid(imageSize));
    }
}
