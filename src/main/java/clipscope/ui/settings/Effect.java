package clipscope.ui.settings;

/// When a setting that was changed takes effect.
enum Effect {
    AT_ONCE("at once"),
    NEXT_BATCH("with the next batch"),
    NEXT_PICTURES("for pictures opened from now on"),
    NEXT_MODEL("when a model is opened"),
    NEXT_DOWNLOAD("with the next download"),
    RESTART("after a restart");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /// {@return "at once", "after a restart"}
    String words() {
        return words;
    }
}
