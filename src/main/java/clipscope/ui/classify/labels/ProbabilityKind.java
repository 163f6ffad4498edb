package clipscope.ui.classify.labels;

import clipscope.clip.ScoreRule;

/// How the probability of a label is to be read.
public enum ProbabilityKind {
    /// By softmax: the labels share 100 %.
    SHARED("probability", "The labels compared share 100 %: what one gains, the others lose (softmax)."),

    /// By softmax, but no other label is compared.
    ALONE("probability", SHARED.explanation),

    /// By sigmoid: each label is judged without regard to the others.
    INDEPENDENT(
            "probability (sigmoid)",
            "Each label is judged alone (sigmoid): several may be likely, or none, and they need not add up to 100 %.");

    private final String title;
    private final String explanation;

    ProbabilityKind(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    static ProbabilityKind of(ScoreRule rule, long labelsCompared) {
        return switch (rule) {
            case ScoreRule.Softmax _ -> labelsCompared == 1 ? ALONE : SHARED;
            case ScoreRule.Sigmoid _ -> INDEPENDENT;
        };
    }

    /// {@return the name of the column}
    public String title() {
        return title;
    }

    /// {@return what the numbers mean, in a sentence}
    public String explanation() {
        return explanation;
    }
}
