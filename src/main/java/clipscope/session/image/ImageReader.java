package clipscope.session.image;

import clipscope.clip.ClipModel;
import clipscope.clip.pixels.Framing;
import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.Embedding;
import clipscope.image.Evenness;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.Thumbnail;
import clipscope.image.decode.DecodeDetail;
import clipscope.image.decode.DecodedImage;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import clipscope.session.cache.CachedPicture;
import clipscope.session.cache.ContentKey;
import clipscope.session.cache.EmbeddingCache;
import java.util.List;
import java.util.Optional;

/// Opens an image once and takes from it all that a session needs.
///
/// **Thread:** Thread-safe.
public final class ImageReader {

    /// The longest side of a thumbnail, in pixels: enough for 90 × 64 on a screen of double density.
    public static final int THUMBNAIL_EDGE = 180;

    private final ImageDecoder decoder;
    private final boolean reducing;
    private final EmbeddingCache cache;

    private ImageReader(ImageDecoder decoder, boolean reducing, EmbeddingCache cache) {
        this.decoder = decoder;
        this.reducing = reducing;
        this.cache = cache;
    }

    /// {@return a reader that decodes every pixel: for results that others compare with the reference's}
    public static ImageReader exact(ImageDecoder decoder) {
        return new ImageReader(decoder, false, EmbeddingCache.none());
    }

    /// {@return a reader that decodes large JPEGs of many at a smaller size, see `docs/decisions/0014`: for a
    /// person who waits for a folder}
    public static ImageReader quickWithMany(ImageDecoder decoder) {
        return new ImageReader(decoder, true, EmbeddingCache.none());
    }

    /// {@return the same that remembers what models made of pictures}
    public ImageReader remembering(EmbeddingCache memory) {
        return new ImageReader(decoder, reducing, memory);
    }

    /// {@return what is remembered of pictures}
    EmbeddingCache cache() {
        return cache;
    }

    /// What was found out of an image.
    sealed interface Reading {

        ImageState.Decoded facts();

        /// It was decoded.
        ///
        /// @param tensor what the model's image tower takes, empty if no model was given
        /// @param key by which its embedding is to be kept; empty if it is not to be
        record Fresh(
                ImageState.Decoded facts, PixelImage thumbnail, Optional<PixelTensor> tensor, Optional<ContentKey> key)
                implements Reading {}

        /// The model has encoded the same picture before.
        record Recalled(ImageState.Decoded facts, Embedding embedding) implements Reading {}
    }

    /// Reads an image that was added alone or with a few others: every pixel.
    Reading read(ImageSource source, Optional<ClipModel> model) throws ProblemException {
        return read(source, model, new DecodeDetail.All());
    }

    /// Reads an image that was added with many others.
    Reading readOfMany(ImageSource source, Optional<ClipModel> model) throws ProblemException {
        int edge = Math.max(THUMBNAIL_EDGE, model.map(m -> m.card().imageSize()).orElse(0));
        return read(source, model, reducing ? new DecodeDetail.ForShorterSide(edge) : new DecodeDetail.All());
    }

    private Reading read(ImageSource source, Optional<ClipModel> model, DecodeDetail detail) throws ProblemException {
        Optional<ContentKey> key = model.isPresent() && cache.active()
                ? ContentKey.of(source, detail instanceof DecodeDetail.ForShorterSide)
                : Optional.empty();
        Optional<CachedPicture> known = key.flatMap(k -> model.flatMap(m -> known(m, k)));
        if (known.isPresent()) {
            return new Reading.Recalled(known.get().facts(), known.get().embedding());
        }
        DecodedImage decoded = decoder.decode(source, detail);
        PixelImage pixels = decoded.pixels();
        PixelImage thumbnail = Thumbnail.of(pixels, THUMBNAIL_EDGE);
        return new Reading.Fresh(facts(decoded, thumbnail), thumbnail, model.map(m -> m.preprocess(pixels)), key);
    }

    /// One of every pixel is as good, and better, where a quick one is asked for.
    private Optional<CachedPicture> known(ClipModel model, ContentKey key) {
        Optional<CachedPicture> exact = cache.find(model, key.exact());
        return exact.isEmpty() && key.reduced() ? cache.find(model, key) : exact;
    }

    /// The sizes are the file's, whatever was decoded of it.
    private static ImageState.Decoded facts(DecodedImage decoded, PixelImage thumbnail) {
        boolean onItsSide = decoded.orientation() > 4; // EXIF's 5 to 8 change rows and columns
        return new ImageState.Decoded(
                onItsSide ? decoded.storedHeight() : decoded.storedWidth(),
                onItsSide ? decoded.storedWidth() : decoded.storedHeight(),
                decoded.format(),
                decoded.orientation() != 1,
                Evenness.of(thumbnail));
    }

    /// {@return the image as a model's image tower is given it, in a framing: one tensor, or five}
    List<PixelTensor> frames(ImageSource source, ClipModel model, Framing framing) throws ProblemException {
        return model.framer().apply(decoder.decode(source).pixels(), framing);
    }

    /// {@return a small upright picture}
    PixelImage thumbnail(ImageSource source) throws ProblemException {
        DecodedImage decoded = decoder.decode(source, new DecodeDetail.ForShorterSide(THUMBNAIL_EDGE));
        return Thumbnail.of(decoded.pixels(), THUMBNAIL_EDGE);
    }

    /// {@return the upright picture, made smaller if a side is longer than that}
    PixelImage picture(ImageSource source, int longestEdge) throws ProblemException {
        return Thumbnail.of(decoder.decode(source).pixels(), longestEdge);
    }
}
