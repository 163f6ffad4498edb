package clipscope.settings;

/// What a person chose once and the next start remembers: one record for each feature.
///
/// **Thread:** Immutable.
public record Settings(ImageSettings images, ModelSettings model, SessionSettings session, WindowSettings window) {

    /// What a first start uses.
    public static final Settings DEFAULTS = new Settings(
            ImageSettings.DEFAULTS, ModelSettings.DEFAULTS, SessionSettings.DEFAULTS, WindowSettings.DEFAULTS);

    public Settings withImages(ImageSettings other) {
        return new Settings(other, model, session, window);
    }

    public Settings withModel(ModelSettings other) {
        return new Settings(images, other, session, window);
    }

    public Settings withSession(SessionSettings other) {
        return new Settings(images, model, other, window);
    }

    public Settings withWindow(WindowSettings other) {
        return new Settings(images, model, session, other);
    }
}
