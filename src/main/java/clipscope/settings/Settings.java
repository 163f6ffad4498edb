package clipscope.settings;

/// What a person chose once and the next start remembers: one record for each feature.
///
/// **Thread:** Immutable.
public record Settings(ImageSettings images, ModelSettings model, WindowSettings window) {

    /// What a first start uses.
    public static final Settings DEFAULTS =
            new Settings(ImageSettings.DEFAULTS, ModelSettings.DEFAULTS, WindowSettings.DEFAULTS);

    public Settings withImages(ImageSettings other) {
        return new Settings(other, model, window);
    }

    public Settings withModel(ModelSettings other) {
        return new Settings(images, other, window);
    }

    public Settings withWindow(WindowSettings other) {
        return new Settings(images, model, other);
    }
}
