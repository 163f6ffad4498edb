package clipscope.language;

import java.util.Locale;

/// What the window speaks.
public enum Language {
    /// The system's language if the window speaks it, else English.
    SYSTEM,
    ENGLISH,
    GERMAN;

    private static final Texts TEXTS = Texts.beside(Language.class);

    /// {@return what a person chooses: a language is called by its own name}
    public String title() {
        return switch (this) {
            case SYSTEM -> TEXTS.get("language.system");
            case ENGLISH -> "English";
            case GERMAN -> "Deutsch";
        };
    }

    /// Makes it the language of this process: of every [Texts], and of what JavaFX says by itself.
    ///
    /// Numbers stay as they are in English, with a decimal point: as in papers on CLIP, in files, and in what
    /// people type.
    public void speak() {
        Locale.setDefault(locale(System.getProperty("user.language.display", System.getProperty("user.language", ""))));
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    }

    /// {@return the code of what is spoken now, as files call languages: `de`}
    public static String code() {
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    }

    /// {@return the locale of what is spoken}
    ///
    /// @param ofSystem the system's language, a code of ISO 639
    Locale locale(String ofSystem) {
        return switch (this) {
            case SYSTEM -> ofSystem.equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
    }
}
