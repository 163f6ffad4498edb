package clipscope.ui.models;

import clipscope.clip.Computed;
import clipscope.clip.ModelCard;
import clipscope.clip.certificate.Certificate;
import clipscope.problem.Problem;

/// What the area of the certificate shows.
///
/// **Thread:** Immutable.
public sealed interface ModelsContent {

    /// No model was opened.
    record NoModel() implements ModelsContent {}

    /// The first model is being loaded.
    record Loading(String name) implements ModelsContent {}

    /// There is no model, because of this.
    record NotLoaded(Problem problem) implements ModelsContent {}

    /// A model is in use, and its small files are being read.
    record Reading(InUse model) implements ModelsContent {}

    /// A model is in use, but its files can no longer be read.
    record Unread(InUse model, Problem problem) implements ModelsContent {}

    /// A model is in use, and this is known of it.
    record Certified(InUse model, Certificate certificate, Check check) implements ModelsContent {}

    /// The model in use.
    record InUse(ModelCard card, Computed computed) {}

    /// How far the verification of a model is.
    sealed interface Check {

        /// Nobody asked for it, or it was cancelled.
        record None() implements Check {}

        /// It is going on.
        ///
        /// @param step what is done now: "Reading every weight"
        record Running(String step) implements Check {}

        /// It came to an end; the certificate says how.
        record Ended() implements Check {}

        /// It could not be brought to an end.
        record Failed(Problem problem) implements Check {}
    }
}
