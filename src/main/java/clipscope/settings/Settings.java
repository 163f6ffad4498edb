package clipscope.settings;

/// What a person chose once and the next start remembers: one record for each feature.
///
/// **Thread:** Immutable.
public record Settings(
        ImageSettings images,
        ModelSettings model,
        CacheSettings cache,
        DownloadSettings downloads,
        SessionSettings session,
        WindowSettings window) {

    /// What a first start uses.
    public static final Settings DEFAULTS = new Settings(
            ImageSettings.DEFAULTS,
            ModelSettings.DEFAULTS,
            CacheSettings.DEFAULTS,
            DownloadSettings.DEFAULTS,
            SessionSettings.DEFAULTS,
            WindowSettings.DEFAULTS);

    public Settings withImages(ImageSettings other) {
        return new Settings(other, model, cache, downloads, session, window);
    }

    public Settings withModel(ModelSettings other) {
        return new Settings(images, other, cache, downloads, session, window);
    }

    public Settings withCache(CacheSettings other) {
        return new Settings(images, model, other, downloads, session, window);
    }

    public Settings withDownloads(DownloadSettings other) {
        return new Settings(images, model, cache, other, session, window);
    }

    public Settings withSession(SessionSettings other) {
        return new Settings(images, model, cache, downloads, other, window);
    }

    public Settings withWindow(WindowSettings other) {
        return new Settings(images, model, cache, downloads, session, other);
    }
}
