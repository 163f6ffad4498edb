package clipscope.settings;

import clipscope.language.Texts;

/// Settings of what is kept so that it need not be made again.
///
/// @param thumbnailMegabytes memory for small pictures; those shown of late stay
/// @param embeddingMegabytes disk for embeddings; 0 keeps none
public record CacheSettings(int thumbnailMegabytes, int embeddingMegabytes) {

    private static final Texts TEXTS = Texts.beside(CacheSettings.class);

    public static final CacheSettings DEFAULTS = new CacheSettings(100, 500);

    /// Fewer thumbnails than a window shows would be made again and again.
    public static final int LEAST_THUMBNAIL_MEGABYTES = 10;

    public static final int MOST_THUMBNAIL_MEGABYTES = 2_000;

    public static final int MOST_EMBEDDING_MEGABYTES = 1_000_000;

    public CacheSettings {
        require(thumbnailMegabytes, LEAST_THUMBNAIL_MEGABYTES, MOST_THUMBNAIL_MEGABYTES);
        require(embeddingMegabytes, 0, MOST_EMBEDDING_MEGABYTES);
    }

    private static void require(int megabytes, int least, int most) {
        if (megabytes < least || megabytes > most) {
            throw new IllegalArgumentException(TEXTS.get("fault.megabytes", least, most));
        }
    }

    public CacheSettings withThumbnailMegabytes(int other) {
        return new CacheSettings(other, embeddingMegabytes);
    }

    public CacheSettings withEmbeddingMegabytes(int other) {
        return new CacheSettings(thumbnailMegabytes, other);
    }
}
