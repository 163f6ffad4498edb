package clipscope.clip.pixels;

import clipscope.language.Texts;

/// What part of a picture the image tower is shown.
public enum Framing {
    /// The shorter edge fits; what is too long is cut off at both ends.
    CROP("framing.crop"),

    /// All of the picture, out of proportion.
    SQUASH("framing.squash"),

    /// All of the picture in proportion, with black beside it.
    PAD("framing.pad"),

    /// Five pictures: the corners and the middle of one that is a seventh larger. Their embeddings are
    /// averaged.
    ///
    /// **Source:** `FiveCrop` of pytorch/vision, at the usual 256 to 224 pixels.
    FIVE_CROPS("framing.five");

    private static final Texts TEXTS = Texts.beside(Framing.class);

    private final String key;

    Framing(String key) {
        this.key = key;
    }

    /// {@return the name on the button}
    public String title() {
        return TEXTS.get(key);
    }
}
