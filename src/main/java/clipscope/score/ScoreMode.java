package clipscope.score;

import clipscope.clip.ScoreRule;

/// How the labels of one image are judged.
public enum ScoreMode {
    /// The labels share 100 %: softmax over the logits of all labels compared.
    SOFTMAX("Softmax"),

    /// Each label alone: by the sigmoid of a model that was trained so, else against words that are no label.
    INDEPENDENT("Independent"),

    /// Cosines as they are.
    COSINE("Cosine");

    private final String title;

    ScoreMode(String title) {
        this.title = title;
    }

    /// {@return the name on the button}
    public String title() {
        return title;
    }

    /// {@return how the model was trained to be read}
    public static ScoreMode of(ScoreRule rule) {
        return switch (rule) {
            case ScoreRule.Softmax _ -> SOFTMAX;
            case ScoreRule.Sigmoid _ -> INDEPENDENT;
        };
    }
}
