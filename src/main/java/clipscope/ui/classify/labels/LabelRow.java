package clipscope.ui.classify.labels;

import clipscope.session.compare.LabelResult;

/// One label with its result.
///
/// **Thread:** Immutable.
///
/// @param kind how its probability is to be read
/// @param stale whether the numbers are those of a moment ago, shown until the new ones are there
public record LabelRow(LabelResult result, ProbabilityKind kind, boolean stale) {

    public String label() {
        return result.label();
    }

    /// {@return the length of the bar, 0 to 1}
    double probability() {
        return result instanceof LabelResult.Scored scored ? scored.score().probability() : 0;
    }

    boolean scored() {
        return result instanceof LabelResult.Scored;
    }
}
