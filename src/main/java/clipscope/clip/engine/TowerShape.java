package clipscope.clip.engine;

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
public record TowerShape(int width, int mlpWidth, int layers, int heads, double epsilon, Activation activation) {

    private static final List<String> PROJECTIONS = List.of("q_proj", "k_proj", "v_proj", "out_proj");

    public TowerShape {
        if (width <= 0 || mlpWidth <= 0 || layers <= 0 || heads <= 0 || width % heads != 0 || !(epsilon > 0)) {
            throw new IllegalArgumentException("width %d, mlp %d, layers %d, heads %d, epsilon %s"
                    .formatted(width, mlpWidth, layers, heads, epsilon));
        }
    }

    /// {@return the weights of all blocks, in the order of `clip.py`}
    ///
    /// @param tower the name the checkpoint gives to the tower: `text_model`
    List<WeightSpec> blocks(String tower) {
        List<WeightSpec> weights = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            String block = "%s.encoder.layers.%d.".formatted(tower, i);
            weights.addAll(norm(block + "layer_norm1"));
            for (String projection : PROJECTIONS) {
                weights.addAll(linear(block + "self_attn." + projection, width, width));
            }
            weights.addAll(norm(block + "layer_norm2"));
            weights.addAll(linear(block + "mlp.fc1", width, mlpWidth));
            weights.addAll(linear(block + "mlp.fc2", mlpWidth, width));
        }
        return weights;
    }

    /// {@return weight and bias of a layer norm}
    List<WeightSpec> norm(String name) {
        return List.of(WeightSpec.of(name + ".weight", width), WeightSpec.of(name + ".bias", width));
    }

    private static List<WeightSpec> linear(String name, int in, int out) {
        return List.of(WeightSpec.of(name + ".weight", out, in), WeightSpec.of(name + ".bias", out));
    }
}
