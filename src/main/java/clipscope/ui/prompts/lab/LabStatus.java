package clipscope.ui.prompts.lab;

import clipscope.problem.Problem;

/// Why the laboratory has no numbers, or that it has.
///
/// **Thread:** Immutable.
public sealed interface LabStatus {

    record NoImages() implements LabStatus {}

    record NoLabels() implements LabStatus {}

    record NoModel() implements LabStatus {}

    /// Nothing is ticked.
    record NoTemplates() implements LabStatus {}

    /// More prompts than can be held.
    record TooMany(long prompts, int limit) implements LabStatus {}

    record Working() implements LabStatus {}

    record Failed(Problem problem) implements LabStatus {}

    record Ready(LabResult result) implements LabStatus {}
}
