package clipscope.train.data;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.decode.DecodeDetail;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The pictures of a training, a little larger than the model looks at them, so that there is something to
/// cut off.
///
/// **Memory:** up to a limit; what does not fit is decoded each time it is asked for, with the same result.
///
/// **Thread:** Thread-safe.
public final class PictureStore {

    private static final double SPARE = 1.5; // the shorter side beside the model's
    private static final int LONGEST = 4; // times the shorter side: a panorama is cut to its middle

    private final ImageDecoder decoder;
    private final int side;
    private final Preprocessor reduce;
    private final long limit;
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Path, PixelImage> kept = new ConcurrentHashMap<>();

    /// @param imageSize of the model, in pixels
    /// @param limit **Unit:** bytes
    public PictureStore(ImageDecoder decoder, int imageSize, long limit) {
        this.decoder = decoder;
        this.side = (int) Math.ceil(SPARE * imageSize);
        this.limit = limit;
        List<Float> unused = List.of(1f, 1f, 1f);
        this.reduce = new Preprocessor(new Preprocessing(
                ResizeMode.SHORTEST_EDGE, side, side, Resample.BICUBIC, Optional.empty(), unused, unused));
    }

    /// {@return a picture, upright}
    ///
    /// @throws ProblemException if it cannot be read
    public PixelImage picture(Path file) throws ProblemException {
        PixelImage known = kept.get(file);
        if (known != null) {
            return known;
        }
        PixelImage made = reduced(Regions.middle(
                decoder.decode(new ImageSource.OfFile(file), new DecodeDetail.ForShorterSide(side))
                        .pixels(),
                LONGEST));
        long size = 3L * made.width() * made.height();
        if (bytes.addAndGet(size) <= limit) {
            kept.put(file, made);
        } else {
            bytes.addAndGet(-size);
        }
        return made;
    }

    private PixelImage reduced(PixelImage picture) {
        return Math.min(picture.width(), picture.height()) <= side ? picture : reduce.resized(picture);
    }
}
