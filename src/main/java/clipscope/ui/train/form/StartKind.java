package clipscope.ui.train.form;

import clipscope.language.Texts;

/// What a training begins with, as a choice of two.
public enum StartKind {
    FROM_NOTHING("kind.nothing"),
    FROM_A_MODEL("kind.model");

    private static final Texts TEXTS = Texts.beside(StartKind.class);

    private final String key;

    StartKind(String key) {
        this.key = key;
    }

    public String title() {
        return TEXTS.get(key);
    }
}
