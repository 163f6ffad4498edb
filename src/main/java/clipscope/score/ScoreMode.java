package clipscope.score;

import clipscope.clip.ScoreRule;
import clipscope.language.Texts;

/// How the labels of one image are judged.
public enum ScoreMode {
    /// The labels share 100 %: softmax over the logits of all labels compared.
    SOFTMAX("mode.softmax"),

    /// Each label alone: by the sigmoid of a model that was trained so, else against words that are no label.
    INDEPENDENT("mode.independent"),

    /// Cosines as they are.
    COSINE("mode.cosine");

    private static final Texts TEXTS = Texts.beside(ScoreMode.class);

    private final String key;

    ScoreMode(String key) {
        this.key = key;
    }

    /// {@return the name on the button}
    public String title() {
        return TEXTS.get(key);
    }

    /// {@return how the model was trained to be read}
    public static ScoreMode of(ScoreRule rule) {
        return switch (rule) {
            case ScoreRule.Softmax _ -> SOFTMAX;
            case ScoreRule.Sigmoid _ -> INDEPENDENT;
        };
    }
}
