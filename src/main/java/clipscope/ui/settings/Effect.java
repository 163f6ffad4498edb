package clipscope.ui.settings;

import clipscope.language.Texts;

/// When a setting that was changed takes effect.
enum Effect {
    AT_ONCE("effect.once"),
    NEXT_BATCH("effect.batch"),
    NEXT_PICTURES("effect.pictures"),
    NEXT_MODEL("effect.model"),
    NEXT_DOWNLOAD("effect.download"),
    RESTART("effect.restart");

    private static final Texts TEXTS = Texts.beside(Effect.class);

    private final String key;

    Effect(String key) {
        this.key = key;
    }

    /// {@return the whole sentence}
    String words() {
        return TEXTS.get(key);
    }
}
