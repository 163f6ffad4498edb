package clipscope.ui.classify.labels;

import clipscope.clip.ScoreRule;
import clipscope.language.Texts;
import clipscope.score.ScoreMode;

/// How the first number of a label is to be read.
public enum ProbabilityKind {
    /// By softmax: the labels share 100 %.
    SHARED("kind.probability", "kind.shared"),

    /// By softmax, but no other label is compared.
    ALONE("kind.probability", "kind.shared"),

    /// By softmax with other words: the labels and "none of these" share 100 %.
    WITH_OTHERS("kind.probability", "kind.others"),

    /// By sigmoid: each label is judged without regard to the others.
    SIGMOID("kind.sigmoid", "kind.sigmoid.meaning"),

    /// By softmax of one label with other words.
    AGAINST_OTHERS("kind.alone", "kind.alone.meaning"),

    /// Not at all: the bar is the cosine between the smallest and the largest of the session.
    COSINE("", "kind.cosine.meaning");

    private static final Texts TEXTS = Texts.beside(ProbabilityKind.class);

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
        return title.isEmpty() ? "" : TEXTS.get(title);
    }

    /// {@return what the numbers mean, in a sentence}
    public String explanation() {
        return TEXTS.get(explanation);
    }

    /// {@return whether one label gains what others lose}
    boolean shared() {
        return this == SHARED || this == ALONE || this == WITH_OTHERS;
    }
}
