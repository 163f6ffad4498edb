package clipscope.ui.prompts.sentence;

import clipscope.language.Texts;

/// Which images the words of a prompt are measured on.
public enum WordScope {
    SELECTED("scope.image"),
    ALL("scope.all");

    private static final Texts TEXTS = Texts.beside(WordScope.class);

    private final String key;

    WordScope(String key) {
        this.key = key;
    }

    public String title() {
        return TEXTS.get(key);
    }
}
