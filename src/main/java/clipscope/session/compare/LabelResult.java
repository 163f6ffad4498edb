package clipscope.session.compare;

import clipscope.clip.text.TokenizedText;
import clipscope.problem.Problem;
import clipscope.score.LabelScore;

/// What can be said of one label for one image.
///
/// **Thread:** Immutable.
public sealed interface LabelResult {

    /// {@return the label as the person typed it}
    String label();

    /// The label took part in the comparison.
    ///
    /// @param tokens how the text tower read the prompt, and whether it was cut
    record Scored(LabelScore score, TokenizedText tokens) implements LabelResult {

        @Override
        public String label() {
            return score.label();
        }
    }

    /// The model never met a word of the label in training, so that a number would mean nothing. The label
    /// takes no part in the softmax.
    record Unknown(String label, TokenizedText tokens) implements LabelResult {}

    /// The person has taken the label out of the comparison for now.
    record LeftOut(String label) implements LabelResult {}

    /// The image or the prompt is not encoded yet.
    record Waiting(String label) implements LabelResult {}

    /// The prompt could not be encoded.
    record Failed(String label, Problem problem) implements LabelResult {}
}
