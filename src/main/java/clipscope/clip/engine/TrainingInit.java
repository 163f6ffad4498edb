package clipscope.clip.engine;

import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The weights that a training begins with, drawn at random.
///
/// **Source:** `CLIP.initialize_parameters` in `clip/model.py` of openai/CLIP, but for three things that
/// let a small model see shapes after a hundred steps in place of thousands. Patch positions begin as
/// waves, as large as what is in the patches (Beyer, Zhai and Kolesnikov 2022, "Better plain ViT
/// baselines"); patches begin as torch's convolutions do; and tokens begin far apart, so that texts differ
/// before pictures do.
final class TrainingInit {

    private static final double FIRST_LOG_SCALE = Math.log(1 / 0.07); // section 2.5 of the CLIP paper

    private static final double LONGEST_WAVE = 10; // times the shortest

    private final RandomGenerator random;

    TrainingInit(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// {@return the weights in the order of `training.py`}
    static List<WeightSpec> specs(ClipShape shape) {
        List<WeightSpec> specs = new ArrayList<>();
        specs.add(WeightSpec.of(NetworkShape.LOGIT_SCALE));
        specs.addAll(shape.image().weights());
        specs.addAll(shape.text().weights());
        return specs;
    }

    /// {@return first values for all weights, in the order of `training.py`}
    List<FloatTensor> weights(ClipShape shape) {
        List<FloatTensor> weights = new ArrayList<>();
        for (WeightSpec spec : specs(shape)) {
            boolean vision = spec.name().startsWith("vis");
            TransformerShape tower =
                    vision ? shape.image().transformer() : shape.text().transformer();
            weights.add(FloatTensor.adopt(spec.name(), spec.shape(), values(spec, tower, shape)));
        }
        return weights;
    }

    private float[] values(WeightSpec weight, TransformerShape tower, ClipShape shape) {
        String name = weight.name();
        if (name.equals(NetworkShape.LOGIT_SCALE)) {
            return new float[] {(float) FIRST_LOG_SCALE};
        }
        if (name.equals("vision_model.embeddings.position_embedding.weight")) {
            return waves(shape.image().patchGrid(shape.image().imageSize()), tower.width());
        }
        if (name.endsWith("bias")) {
            return filled(weight, 0, 0);
        }
        if (name.contains("norm")) {
            return filled(weight, 1, 0);
        }
        return filled(weight, 0, deviation(name, tower, shape));
    }

    private static double deviation(String name, TransformerShape tower, ClipShape shape) {
        double byWidth = 1 / Math.sqrt(tower.width());
        if (name.startsWith("text_model.embeddings.")) {
            return name.contains("token") ? 0.5 : 0.1;
        }
        if (name.contains("patch_embedding")) {
            return 1
                    / Math.sqrt(3
                            * 3.0
                            * shape.image().patchSize()
                            * shape.image().patchSize()); // kaiming_uniform_(a = sqrt(5))
        }
        if (name.endsWith("fc1.weight")) {
            return byWidth / Math.sqrt(2);
        }
        if (name.endsWith("fc2.weight") || name.endsWith("out_proj.weight")) {
            return byWidth / Math.sqrt(2.0 * tower.layers()); // so that the sum over the blocks stays of one size
        }
        return byWidth;
    }

    /// Sines and cosines of the row and of the column, of wave lengths from one to ten times 2 π patches;
    /// zero for the class token.
    ///
    /// **Shape:** `(1 + side × side, width)`.
    private static float[] waves(int side, int width) {
        float[] values = new float[(1 + side * side) * width];
        int quarter = width / 4;
        for (int patch = 0; patch < side * side; patch++) {
            int at = (1 + patch) * width;
            for (int i = 0; i < quarter; i++) {
                double frequency = Math.pow(LONGEST_WAVE, -(double) i / Math.max(1, quarter - 1));
                double row = frequency * Math.floorDiv(patch, side);
                double column = frequency * Math.floorMod(patch, side);
                values[at + i] = (float) Math.sin(row);
                values[at + quarter + i] = (float) Math.cos(row);
                values[at + 2 * quarter + i] = (float) Math.sin(column);
                values[at + 3 * quarter + i] = (float) Math.cos(column);
            }
        }
        return values;
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
