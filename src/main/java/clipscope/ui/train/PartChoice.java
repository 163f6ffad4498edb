package clipscope.ui.train;

import clipscope.clip.engine.LearnedPart;

/// What of a model is learned.
public enum PartChoice {
    ALL("All", "All weights: fits best, and forgets most."),
    PROJECTIONS("Projections", "The last matrix of each tower alone: quick, and the towers stay as they are."),
    ADAPTERS("Adapters", "Narrow matrices beside the attentions (LoRA): moves little, with little memory.");

    private static final int RANK = 8;

    private final String title;
    private final String words;

    PartChoice(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    /// {@return what it means for a person}
    public String words() {
        return words;
    }

    LearnedPart part() {
        return switch (this) {
            case ALL -> new LearnedPart.Everything();
            case PROJECTIONS -> new LearnedPart.Projections();
            case ADAPTERS -> new LearnedPart.Adapters(RANK);
        };
    }
}
