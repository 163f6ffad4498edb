package clipscope.settings;

import clipscope.language.Texts;

/// Settings of reading images.
///
/// @param limitMegapixels pictures that say they have more are not decoded: a file of a few bytes can ask
///     for gigabytes
public record ImageSettings(int limitMegapixels) {

    private static final Texts TEXTS = Texts.beside(ImageSettings.class);

    public static final ImageSettings DEFAULTS = new ImageSettings(100);

    /// The values that make sense, in megapixels: up to what a `byte[]` of RGB holds.
    public static final int MAX_MEGAPIXELS = 700;

    public ImageSettings {
        if (limitMegapixels < 1 || limitMegapixels > MAX_MEGAPIXELS) {
            throw new IllegalArgumentException(TEXTS.get("fault.megapixels", MAX_MEGAPIXELS));
        }
    }
}
