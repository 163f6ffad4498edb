package clipscope.clip.tower;

/// The pair of transformers of the CLIP paper: the one that can be trained here.
///
/// **Thread:** Immutable.
public record ClipShape(ClipVision image, ClipText text) {

    public ClipShape {
        if (image.dimensions() != text.dimensions()) {
            throw new IllegalArgumentException(
                    "embeddings of %d and %d".formatted(image.dimensions(), text.dimensions()));
        }
    }

    /// {@return the pair as one network among others}
    public NetworkShape network() {
        return new NetworkShape(image, text);
    }
}
