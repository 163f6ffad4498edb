package clipscope.clip.pixels;

/// What part of a picture the image tower is shown.
public enum Framing {
    /// The shorter edge fits; what is too long is cut off at both ends.
    CROP("Crop"),

    /// All of the picture, out of proportion.
    SQUASH("Squash"),

    /// All of the picture in proportion, with black beside it.
    PAD("Pad"),

    /// Five pictures: the corners and the middle of one that is a seventh larger. Their embeddings are
    /// averaged.
    ///
    /// **Source:** `FiveCrop` of pytorch/vision, at the usual 256 to 224 pixels.
    FIVE_CROPS("5 crops");

    private final String title;

    Framing(String title) {
        this.title = title;
    }

    /// {@return the name on the button}
    public String title() {
        return title;
    }
}
