package clipscope.clip.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The weights that a training begins with, drawn at random.
///
/// **Source:** `CLIP.initialize_parameters` and `VisionTransformer` in `clip/model.py` of openai/CLIP.
final class TrainingInit {

    private static final double FIRST_LOG_SCALE = Math.log(1 / 0.07); // section 2.5 of the CLIP paper

    private final RandomGenerator random;

    TrainingInit(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// {@return first values for all weights, in the order of `training.py`}
    List<float[]> values(NetworkShape shape) {
        List<float[]> values = new ArrayList<>();
        values.add(new float[] {(float) FIRST_LOG_SCALE});
        shape.imageWeights().forEach(each -> values.add(values(each, shape.vision(), shape)));
        shape.textWeights().forEach(each -> values.add(values(each, shape.text(), shape)));
        return values;
    }

    private float[] values(WeightSpec weight, TowerShape tower, NetworkShape shape) {
        String name = weight.name();
        if (name.endsWith("bias")) {
            return filled(weight, 0, 0);
        }
        if (name.contains("norm")) {
            return filled(weight, 1, 0);
        }
        return filled(weight, 0, deviation(name, tower, shape));
    }

    private static double deviation(String name, TowerShape tower, NetworkShape shape) {
        double byWidth = 1 / Math.sqrt(tower.width());
        if (name.startsWith("text_model.embeddings.")) {
            return name.contains("token") ? 0.02 : 0.01; // initialize_parameters
        }
        if (name.contains("patch_embedding")) {
            return 1 / Math.sqrt(3.0 * shape.patchSize() * shape.patchSize());
        }
        if (name.endsWith("fc1.weight")) {
            return byWidth / Math.sqrt(2);
        }
        if (name.endsWith("fc2.weight") || name.endsWith("out_proj.weight")) {
            return byWidth / Math.sqrt(2.0 * tower.layers()); // so that the sum over the blocks stays of one size
        }
        return byWidth;
    }

    private float[] filled(WeightSpec weight, double mean, double deviation) {
        long size = weight.shape().stream().reduce(1L, Math::multiplyExact);
        float[] values = new float[Math.toIntExact(size)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation == 0 ? mean : mean + deviation * random.nextGaussian());
        }
        return values;
    }
}
