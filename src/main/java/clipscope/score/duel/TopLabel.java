package clipscope.score.duel;

/// The label that a model puts first for an image.
///
/// **Thread:** Immutable.
///
/// @param label its place; the first of equal ones
/// @param probability as the model was trained to give it, [0, 1]: with a softmax its share among the labels,
///     with a sigmoid its own
public record TopLabel(int label, double probability) {

    static TopLabel of(double[] probabilities) {
        int best = 0;
        for (int label = 1; label < probabilities.length; label++) {
            best = probabilities[label] > probabilities[best] ? label : best;
        }
        return new TopLabel(best, probabilities[best]);
    }
}
