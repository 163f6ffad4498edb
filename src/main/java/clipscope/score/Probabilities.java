package clipscope.score;

import clipscope.clip.ScoreRule;

/// From the cosines of one image with all labels to probabilities, as the model was trained to give them.
public final class Probabilities {

    private Probabilities() {}

    /// {@return a probability for each cosine, in [0, 1]; with [ScoreRule.Softmax] they sum to 1}
    public static double[] of(double[] cosines, ScoreRule rule) {
        return switch (rule) {
            case ScoreRule.Softmax(double scale) -> Softmax.of(cosines, scale);
            case ScoreRule.Sigmoid sigmoid -> sigmoid(cosines, sigmoid);
        };
    }

    private static double[] sigmoid(double[] cosines, ScoreRule.Sigmoid rule) {
        double[] p = new double[cosines.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = 1 / (1 + Math.exp(-rule.logit(cosines[i])));
        }
        return p;
    }
}
