package clipscope.ui.classify.labels;

import clipscope.clip.ScoreRule;
import clipscope.score.ScoreMode;

/// How the first number of a label is to be read.
public enum ProbabilityKind {
    /// By softmax: the labels share 100 %.
    SHARED("probability", "The labels compared share 100 %: what one gains, the others lose (softmax)."),

    /// By softmax, but no other label is compared.
    ALONE("probability", SHARED.explanation),

    /// By softmax with other words: the labels and "none of these" share 100 %.
    WITH_OTHERS("probability", "The labels and “none of these” share 100 % (softmax)."),

    /// By sigmoid: each label is judged without regard to the others.
    SIGMOID(
            "probability (sigmoid)",
            "Each label is judged alone (sigmoid): several may be likely, or none, and they need not add up to 100 %."),

    /// By softmax of one label with other words.
    AGAINST_OTHERS(
            "probability, alone",
            "Each label is judged alone against everyday words: several may be likely, or none, and they need not add"
                    + " up to 100 %."),

    /// Not at all: the bar is the cosine between the smallest and the largest of the session.
    COSINE(
            "",
            "The bar begins at the smallest cosine of all images and labels here and is full at the largest. Cosines of"
                    + " different labels are not alike: look at the place among the images.");

    private final String title;
    private final String explanation;

    ProbabilityKind(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /// @param labelsCompared how many have a number
    /// @param others whether other words take part
    static ProbabilityKind of(ScoreRule rule, ScoreMode mode, long labelsCompared, boolean others) {
        return switch (mode) {
            case COSINE -> COSINE;
            case INDEPENDENT -> rule instanceof ScoreRule.Sigmoid ? SIGMOID : AGAINST_OTHERS;
            case SOFTMAX -> {
                if (others) {
                    yield WITH_OTHERS;
                }
                yield labelsCompared == 1 ? ALONE : SHARED;
            }
        };
    }

    /// {@return the name of the column; empty where there is none}
    public String title() {
        return title;
    }

    /// {@return what the numbers mean, in a sentence}
    public String explanation() {
        return explanation;
    }

    /// {@return whether one label gains what others lose}
    boolean shared() {
        return this == SHARED || this == ALONE || this == WITH_OTHERS;
    }
}
