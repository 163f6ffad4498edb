package clipscope.settings;

import clipscope.language.Language;
import clipscope.language.Texts;
import java.util.Optional;

/// Settings of the window.
///
/// @param theme light, dark, or as the system has it
/// @param language of the window; commands speak English
/// @param width of the window without its frame, in pixels, when it does not fill its screen
/// @param height of the same
/// @param corner where that window is; empty before it was anywhere
/// @param maximized whether it fills its screen
public record WindowSettings(
        Theme theme, Language language, double width, double height, Optional<Corner> corner, boolean maximized) {

    private static final Texts TEXTS = Texts.beside(WindowSettings.class);

    public static final WindowSettings DEFAULTS =
            new WindowSettings(Theme.SYSTEM, Language.SYSTEM, 1400, 900, Optional.empty(), false);

    /// The upper left corner of a window's frame.
    ///
    /// @param x in pixels, from the left of the first screen; negative on one left of it
    /// @param y in pixels, from its top
    public record Corner(double x, double y) {}

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
        return new WindowSettings(other, language, width, height, corner, maximized);
    }

    public WindowSettings withLanguage(Language other) {
        return new WindowSettings(theme, other, width, height, corner, maximized);
    }

    public WindowSettings withSize(double otherWidth, double otherHeight) {
        return withPlace(otherWidth, otherHeight, corner, maximized);
    }

    public WindowSettings withPlace(double otherWidth, double otherHeight, Optional<Corner> at, boolean filling) {
        return new WindowSettings(theme, language, otherWidth, otherHeight, at, filling);
    }
}
