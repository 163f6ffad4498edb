package clipscope.score;

import clipscope.clip.ScoreRule;
import java.util.Arrays;
import java.util.List;

/// The probabilities of one image's labels beside those of words that are no label.
///
/// **Thread:** Immutable.
///
/// @param probabilities in the order of the labels; with [ScoreMode#COSINE] those of softmax
/// @param none the share of all other words together; 0 where there are none, or labels share nothing
///
/// **Source:** a bank of other class names as "none of these": the reply to openai/CLIP issue 44.
public record ImageScores(List<Double> probabilities, double none) {

    public ImageScores {
        probabilities = List.copyOf(probabilities);
    }

    /// Judges the labels of one image.
    ///
    /// @param cosines of the labels, [-1, 1]
    /// @param others cosines of words that are no label, [-1, 1]; may be none
    public static ImageScores of(double[] cosines, double[] others, ScoreRule rule, ScoreMode mode) {
        if (mode != ScoreMode.INDEPENDENT) {
            return shared(cosines, others, rule);
        }
        double[] alone = switch (rule) {
            case ScoreRule.Sigmoid _ -> Probabilities.of(cosines, rule);
            case ScoreRule.Softmax _ ->
                Arrays.stream(cosines)
                        .map(cosine -> 1 - shared(new double[] {cosine}, others, rule).none)
                        .toArray();
        };
        return new ImageScores(Arrays.stream(alone).boxed().toList(), 0);
    }

    private static ImageScores shared(double[] cosines, double[] others, ScoreRule rule) {
        double[] all = Arrays.copyOf(cosines, cosines.length + others.length);
        System.arraycopy(others, 0, all, cosines.length, others.length);
        double[] p = Softmax.of(all, rule.scale());
        return new ImageScores(
                Arrays.stream(p, 0, cosines.length).boxed().toList(),
                Arrays.stream(p, cosines.length, p.length).sum());
    }
}
