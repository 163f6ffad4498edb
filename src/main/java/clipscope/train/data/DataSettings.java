package clipscope.train.data;

import clipscope.prompt.PromptTemplate;
import java.util.List;

/// How a folder is read.
///
/// **Thread:** Immutable.
///
/// @param templates make captions of the names of folders
/// @param heldOut the share of the pictures that is kept for examinations, between 0 and 1
/// @param seed decides which
/// @param imageSize of the model, in pixels: pictures are kept a little larger
public record DataSettings(List<PromptTemplate> templates, double heldOut, long seed, int imageSize) {

    /// Sentences that fit most labels; the first is what the training is examined with.
    public static final List<PromptTemplate> TEMPLATES = List.of(
            new PromptTemplate("a photo of a {}."), new PromptTemplate("a picture of a {}."), PromptTemplate.BARE);

    /// The usual share.
    public static final double HELD_OUT = 0.1;

    public DataSettings {
        templates = List.copyOf(templates);
        if (templates.isEmpty() || !(heldOut > 0 && heldOut < 1) || imageSize <= 0) {
            throw new IllegalArgumentException(
                    "templates %s, %s held out, pictures of %d".formatted(templates, heldOut, imageSize));
        }
    }

    /// {@return settings with what is usual}
    public static DataSettings usual(long seed, int imageSize) {
        return new DataSettings(TEMPLATES, HELD_OUT, seed, imageSize);
    }
}
