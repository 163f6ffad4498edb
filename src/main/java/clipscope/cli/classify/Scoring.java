package clipscope.cli.classify;

import clipscope.clip.ScoreRule;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.score.Probabilities;
import clipscope.score.Softmax;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the cosines of one image become probabilities, as the person or the model has it.
record Scoring(Optional<Function<double[], double[]>> rule) {

    /// {@return what was asked for, or the model's own rule}
    ///
    /// @throws ProblemException if the model was not trained for it
    static Scoring of(@Nullable Score asked, ScoreRule own) throws ProblemException {
        return switch (asked) {
            case null -> new Scoring(Optional.of(cosines -> Probabilities.of(cosines, own)));
            case SOFTMAX -> new Scoring(Optional.of(cosines -> Softmax.of(cosines, own.scale())));
            case SIGMOID -> sigmoid(own);
            case COSINE -> new Scoring(Optional.empty());
        };
    }

    private static Scoring sigmoid(ScoreRule own) throws ProblemException {
        return switch (own) {
            case ScoreRule.Softmax _ ->
                throw new ProblemException(new Problem.BadInput(
                        "--score sigmoid", "this model was trained with softmax and has no bias that sigmoid needs"));
            case ScoreRule.Sigmoid _ -> of(null, own);
        };
    }

    /// {@return a probability for each cosine, empty if none are wanted}
    Optional<double[]> probabilities(double[] cosines) {
        return rule.map(each -> each.apply(cosines));
    }
}
