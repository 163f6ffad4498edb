package clipscope.settings;

/// Settings of the window.
///
/// @param theme light, dark, or as the system has it
/// @param width of the window, in pixels
/// @param height of the window, in pixels
public record WindowSettings(Theme theme, double width, double height) {

    public static final WindowSettings DEFAULTS = new WindowSettings(Theme.SYSTEM, 1400, 900);

    /// How bright the window is.
    public enum Theme {
        SYSTEM("As the system"),
        LIGHT("Light"),
        DARK("Dark");

        private final String title;

        Theme(String title) {
            this.title = title;
        }

        /// {@return what a person chooses}
        public String title() {
            return title;
        }
    }

    public WindowSettings withTheme(Theme other) {
        return new WindowSettings(other, width, height);
    }

    public WindowSettings withSize(double otherWidth, double otherHeight) {
        return new WindowSettings(theme, otherWidth, otherHeight);
    }
}
