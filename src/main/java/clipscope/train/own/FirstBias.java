package clipscope.train.own;

import clipscope.clip.engine.Lesson;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.engine.TrainingState;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.FloatTensor;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.ProblemException;
import java.util.List;

/// The logit bias that the sigmoid loss begins with when the model is one that has learned: between the
/// logits of what belongs together and of what does not. SigLIP's own is for models that know nothing, and
/// would tear down what is there.
final class FirstBias {

    private FirstBias() {}

    /// {@return the network with the bias in place; the one given is closed}
    static TrainingNetwork fitted(TrainingNetwork network, Lesson lesson, List<FloatTensor> weights, HeldOut heldOut)
            throws ProblemException {
        TrainingState state;
        FloatMatrix cosines;
        try (network) {
            cosines = heldOut.examine(network, 0).cosines();
            state = network.state();
        }
        double scale = Math.exp(state.weights().getFirst().at(0));
        float bias = (float) (-scale * between(cosines));
        return TrainingNetwork.resume(
                lesson,
                weights,
                new TrainingState(
                        0, with(bias, state.weights()), state.first(), state.second(), with(bias, state.average())));
    }

    private static double between(FloatMatrix cosines) {
        double fitting = 0;
        double all = 0;
        int n = cosines.rows();
        for (int i = 0; i < n; i++) {
            fitting += cosines.at(i, i);
            for (int t = 0; t < n; t++) {
                all += cosines.at(i, t);
            }
        }
        double others = n == 1 ? fitting : (all - fitting) / (n - 1);
        return (fitting + others) / (2.0 * n);
    }

    private static List<FloatTensor> with(float bias, List<FloatTensor> weights) {
        return weights.stream()
                .map(each -> each.name().equals(NetworkShape.LOGIT_BIAS)
                        ? FloatTensor.adopt(each.name(), each.shape(), new float[] {bias})
                        : each)
                .toList();
    }
}
