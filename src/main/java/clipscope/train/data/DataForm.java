package clipscope.train.data;

import clipscope.language.Texts;

/// How a folder says what is in its pictures.
public enum DataForm {
    SIDECARS("form.sidecars"),
    TABLE("form.table"),
    FOLDERS("form.folders");

    private static final Texts TEXTS = Texts.beside(DataForm.class);

    private final String key;

    DataForm(String key) {
        this.key = key;
    }

    /// {@return the form in words}
    public String words() {
        return TEXTS.get(key);
    }
}
