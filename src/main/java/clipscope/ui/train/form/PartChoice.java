package clipscope.ui.train.form;

import clipscope.clip.engine.LearnedPart;
import clipscope.language.Texts;

/// What of a model is learned.
public enum PartChoice {
    ALL("part.all", "part.all.words"),
    PROJECTIONS("part.projections", "part.projections.words"),
    ADAPTERS("part.adapters", "part.adapters.words");

    private static final Texts TEXTS = Texts.beside(PartChoice.class);

    private static final int RANK = 8;

    private final String title;
    private final String words;

    PartChoice(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return TEXTS.get(title);
    }

    /// {@return what it means for a person}
    public String words() {
        return TEXTS.get(words);
    }

    LearnedPart part() {
        return switch (this) {
            case ALL -> new LearnedPart.Everything();
            case PROJECTIONS -> new LearnedPart.Projections();
            case ADAPTERS -> new LearnedPart.Adapters(RANK);
        };
    }
}
