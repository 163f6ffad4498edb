package clipscope.session.image;

import clipscope.clip.ClipModel;
import clipscope.clip.pixels.PixelTensor;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.Thumbnail;
import clipscope.image.decode.DecodedImage;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import java.util.Optional;

/// Opens an image once and takes from it all that a session needs.
///
/// **Thread:** Thread-safe.
public final class ImageReader {

    /// The longest side of a thumbnail, in pixels: enough for 90 × 64 on a screen of double density.
    public static final int THUMBNAIL_EDGE = 180;

    private final ImageDecoder decoder;

    public ImageReader(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /// What was taken from an image.
    ///
    /// @param tensor what the model's image tower takes, empty if no model was given
    record Reading(ImageState.Decoded facts, PixelImage thumbnail, Optional<PixelTensor> tensor) {}

    Reading read(ImageSource source, Optional<ClipModel> model) throws ProblemException {
        DecodedImage decoded = decoder.decode(source);
        PixelImage pixels = decoded.pixels();
        return new Reading(
                new ImageState.Decoded(pixels.width(), pixels.height(), decoded.format(), decoded.orientation() != 1),
                Thumbnail.of(pixels, THUMBNAIL_EDGE),
                model.map(m -> m.preprocess(pixels)));
    }

    /// {@return the upright picture, made smaller if a side is longer than that}
    PixelImage picture(ImageSource source, int longestEdge) throws ProblemException {
        return Thumbnail.of(decoder.decode(source).pixels(), longestEdge);
    }
}
