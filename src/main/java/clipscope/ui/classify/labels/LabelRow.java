package clipscope.ui.classify.labels;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.score.Distribution;
import clipscope.score.LabelScore;
import clipscope.session.compare.LabelResult;
import java.util.Optional;
import java.util.OptionalDouble;

/// One label with its result.
///
/// **Thread:** Immutable.
///
/// @param kind how its probability is to be read
/// @param bar how long its bar is, 0 to 1
/// @param spread the cosines of its prompt with all images; empty with fewer than two
/// @param usual its probability with all labels and the model's own framing; empty where it is just that
/// @param other the same label for another image or template; empty where it is shown beside none
/// @param threshold a cosine below which it does not count as found
/// @param stale whether the numbers are those of a moment ago, shown until the new ones are there
public record LabelRow(
        LabelResult result,
        ProbabilityKind kind,
        double bar,
        Optional<Distribution> spread,
        Optional<Usual> usual,
        Optional<Other> other,
        OptionalDouble threshold,
        boolean stale) {

    /// What the labels are shown beside, with bars mirrored to the left.
    public sealed interface Beside {

        /// Another image, with the same prompts.
        record OfImage(ImageId image) implements Beside {}

        /// The same image, with prompts of another template.
        record OfTemplate(PromptTemplate template) implements Beside {}
    }

    /// A label's result in what it is shown beside.
    ///
    /// @param bar how long its bar is, 0 to 1
    record Other(double bar, double probability, double cosine) {}

    /// What a probability would be without what the person tries out.
    ///
    /// @param setting in words: "with all labels"
    record Usual(double probability, String setting) {}

    public String label() {
        return result.label();
    }

    Optional<LabelScore> score() {
        return result instanceof LabelResult.Scored scored ? Optional.of(scored.score()) : Optional.empty();
    }

    boolean scored() {
        return result instanceof LabelResult.Scored;
    }

    boolean leftOut() {
        return result instanceof LabelResult.LeftOut;
    }

    /// {@return whether its cosine is below its threshold}
    boolean below() {
        return threshold.isPresent()
                && score().filter(score -> score.cosine() < threshold.getAsDouble())
                        .isPresent();
    }

    /// {@return the same, as numbers of a moment ago}
    LabelRow aged() {
        return new LabelRow(result, kind, bar, spread, usual, other, threshold, true);
    }
}
