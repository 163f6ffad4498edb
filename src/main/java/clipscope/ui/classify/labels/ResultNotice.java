package clipscope.ui.classify.labels;

import clipscope.problem.Problem;

/// What is to be said of the results as a whole.
///
/// **Thread:** Immutable.
public sealed interface ResultNotice {

    /// Nothing.
    record None() implements ResultNotice {}

    /// There is no label yet.
    record NoLabels() implements ResultNotice {}

    /// No image is looked at.
    record NoImage() implements ResultNotice {}

    /// No model was opened.
    record NoModel() implements ResultNotice {}

    /// The first model is being loaded.
    record ModelLoading(String name) implements ResultNotice {}

    /// No model is there because of this.
    record ModelFailed(Problem problem) implements ResultNotice {}

    /// Every label is below its threshold.
    record AllBelow() implements ResultNotice {}

    /// A single label has all of the probability, whatever the picture.
    record SingleLabel() implements ResultNotice {}
}
