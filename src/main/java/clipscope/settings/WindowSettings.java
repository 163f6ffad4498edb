package clipscope.settings;

import clipscope.language.Language;
import clipscope.language.Texts;

/// Settings of the window.
///
/// @param theme light, dark, or as the system has it
/// @param language of the window; commands speak English
/// @param width of the window, in pixels
/// @param height of the window, in pixels

public record WindowSettings(Theme theme, Language language, double width, double height) {

    private static final Texts TEXTS = Texts.beside(WindowSettings.class);

    public static final WindowSettings DEFAULTS = new WindowSettings(Theme.SYSTEM, Language.SYSTEM, 1400, 900);

    /// How bright the window is.
    public enum Theme {
        SYSTEM("theme.system"),
        LIGHT("theme.light"),
        DARK("theme.dark");

        private final String key;

        Theme(String key) {
            this.key = key;
        }

        /// {@return what a person chooses}
        public String title() {
            return TEXTS.get(key);
        }
    }

    public WindowSettings withTheme(Theme other) {
        return new WindowSettings(other, language, width, height);
    }

    public WindowSettings withLanguage(Language other) {
        return new WindowSettings(theme, other, width, height);
    }

    public WindowSettings withSize(double otherWidth, double otherHeight) {
        return new WindowSettings(theme, language, otherWidth, otherHeight);
    }
}
