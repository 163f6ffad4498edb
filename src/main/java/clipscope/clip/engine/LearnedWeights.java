package clipscope.clip.engine;

import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The weights that a lesson changes: their names and shapes, and where in the network they belong.
///
/// **Thread:** Immutable.
///
/// @param specs in the order of `training.py`
/// @param places as `assemble` in `training.py` takes them, one for each
record LearnedWeights(List<WeightSpec> specs, List<Integer> places) {

    private static final int ALONE = -1; // waits for the next, or is no weight of the network
    private static final int ADDED = -2; // minus the place that is added to
    private static final String DOWN = ".down"; // (r, in), the first of a pair
    private static final String UP = ".up"; // (out, r)
    private static final WeightSpec BIAS = WeightSpec.of(NetworkShape.LOGIT_BIAS);
    private static final Set<String> PROJECTIONS =
            Set.of(NetworkShape.LOGIT_SCALE, "visual_projection.weight", "text_projection.weight");
    private static final double FIRST_BIAS = -10; // Zhai et al. 2023, section 3.2

    LearnedWeights {
        specs = List.copyOf(specs);
        places = List.copyOf(places);
    }

    static LearnedWeights of(ClipShape shape, LearnedPart part, ContrastiveLoss loss) {
        List<WeightSpec> network = TrainingInit.specs(shape);
        List<WeightSpec> specs = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < network.size(); i++) {
            WeightSpec weight = network.get(i);
            switch (part) {
                case LearnedPart.Everything() -> add(weight, i, specs, places);
                case LearnedPart.Projections() -> {
                    if (PROJECTIONS.contains(weight.name())) {
                        add(weight, i, specs, places);
                    }
                }
                case LearnedPart.Adapters(int rank) -> {
                    if (weight.name().equals(NetworkShape.LOGIT_SCALE)) {
                        add(weight, i, specs, places);
                    } else if (weight.name().contains("self_attn.")
                            && weight.name().endsWith(".weight")) {
                        add(
                                WeightSpec.of(
                                        weight.name() + DOWN,
                                        rank,
                                        weight.shape().get(1)),
                                ALONE,
                                specs,
                                places);
                        add(WeightSpec.of(weight.name() + UP, weight.shape().get(0), rank), ADDED - i, specs, places);
                    }
                }
            }
        }
        if (loss == ContrastiveLoss.SIGMOID) {
            add(BIAS, ALONE, specs, places);
        }
        return new LearnedWeights(specs, places);
    }

    private static void add(WeightSpec spec, int place, List<WeightSpec> specs, List<Integer> places) {
        specs.add(spec);
        places.add(place);
    }

    /// {@return what they begin as}
    ///
    /// @param network all weights that the training begins with
    List<FloatTensor> beginning(List<FloatTensor> network, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<FloatTensor> begun = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            WeightSpec spec = specs.get(i);
            int place = places.get(i);
            begun.add(
                    place >= 0
                            ? network.get(place)
                            : FloatTensor.adopt(spec.name(), spec.shape(), values(spec, random)));
        }
        return begun;
    }

    /// Adapters change nothing at first: one of each pair is zero.
    private static float[] values(WeightSpec spec, RandomGenerator random) {
        int size = Math.toIntExact(spec.shape().stream().reduce(1L, Math::multiplyExact));
        float[] values = new float[size];
        if (spec.equals(BIAS)) {
            values[0] = (float) FIRST_BIAS;
        } else if (spec.name().endsWith(DOWN)) {
            double deviation = 1 / Math.sqrt(3.0 * spec.shape().get(1)); // kaiming_uniform_(a = sqrt(5)), as in LoRA
            for (int i = 0; i < size; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
        }
        return values;
    }
}
