package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// The size of one transformer.
///
/// **Thread:** Immutable.
///
/// @param width D, the length of a token's state
/// @param mlpWidth the length of the state between a block's two wide layers
/// @param layers how many blocks
/// @param heads H, which must divide the width
/// @param epsilon what layer norms add to the variance
/// @param activation of the wide layers
public record TransformerShape(int width, int mlpWidth, int layers, int heads, double epsilon, Activation activation) {

    private static final List<String> PROJECTIONS = List.of("q_proj", "k_proj", "v_proj", "out_proj");

    public TransformerShape {
        if (width <= 0 || mlpWidth <= 0 || layers <= 0 || heads <= 0 || width % heads != 0 || !(epsilon > 0)) {
            throw new IllegalArgumentException("width %d, mlp %d, layers %d, heads %d, epsilon %s"
                    .formatted(width, mlpWidth, layers, heads, epsilon));
        }
    }

    /// {@return the weights of all blocks, in the order of the program}
    ///
    /// @param tower the name the checkpoint gives to the tower: `text_model`
    List<WeightSpec> blocks(String tower) {
        List<WeightSpec> weights = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            String block = "%s.encoder.layers.%d.".formatted(tower, i);
            weights.addAll(norm(block + "layer_norm1"));
            for (String projection : PROJECTIONS) {
                weights.addAll(WeightSpec.linear(block + "self_attn." + projection, width, width));
            }
            weights.addAll(norm(block + "layer_norm2"));
            weights.addAll(mlp(block + "mlp"));
        }
        return weights;
    }

    List<WeightSpec> norm(String name) {
        return WeightSpec.norm(name, width);
    }

    /// {@return the two wide layers, each weight before its bias}
    List<WeightSpec> mlp(String name) {
        List<WeightSpec> weights = new ArrayList<>(WeightSpec.linear(name + ".fc1", width, mlpWidth));
        weights.addAll(WeightSpec.linear(name + ".fc2", mlpWidth, width));
        return weights;
    }

    /// {@return the products of all blocks for an input of some tokens}
    List<MatrixProduct> products(int tokens) {
        return List.of(
                new MatrixProduct(tokens, width, 3 * width, layers), // queries, keys and values
                new MatrixProduct(tokens, width, width, layers),
                new MatrixProduct(tokens, width, mlpWidth, layers),
                new MatrixProduct(tokens, mlpWidth, width, layers));
    }
}
