package clipscope.clip.engine;

import clipscope.clip.weights.FloatTensor;
import java.util.List;

/// Where a training stands: with the data of the steps to come it goes on as if it had not been interrupted.
///
/// **Thread:** Immutable.
///
/// @param steps how many are done
/// @param weights in the order of a checkpoint; the other lists have their names and shapes
/// @param first averages of the gradients
/// @param second averages of the gradients' squares
/// @param average of the weights
public record TrainingState(
        int steps,
        List<FloatTensor> weights,
        List<FloatTensor> first,
        List<FloatTensor> second,
        List<FloatTensor> average) {

    public TrainingState {
        weights = List.copyOf(weights);
        first = List.copyOf(first);
        second = List.copyOf(second);
        average = List.copyOf(average);
        if (steps < 0
                || weights.isEmpty()
                || first.size() != weights.size()
                || second.size() != weights.size()
                || average.size() != weights.size()) {
            throw new IllegalArgumentException("%d steps, lists of %d, %d, %d, %d"
                    .formatted(steps, weights.size(), first.size(), second.size(), average.size()));
        }
    }

    /// {@return the state before the first step}
    static TrainingState beginningWith(List<FloatTensor> weights) {
        List<FloatTensor> zeros = weights.stream()
                .map(each -> FloatTensor.adopt(each.name(), each.shape(), new float[each.size()]))
                .toList();
        return new TrainingState(0, weights, zeros, zeros, weights);
    }
}
