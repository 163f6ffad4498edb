package clipscope.ui.control;

import clipscope.embedding.ImageId;
import clipscope.image.PixelImage;
import clipscope.ui.fx.FxImages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.image.Image;

/// Thumbnails as JavaFX shows them, converted once.
///
/// **Memory:** at most [#LIMIT] of up to 130 kB each.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PictureCache {

    private static final int LIMIT = 300; // several windows full

    private final Function<ImageId, Optional<PixelImage>> thumbnails;
    private final Map<ImageId, Converted> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Converted(PixelImage pixels, Image image) {}

    /// @param thumbnails where they come from; asked every time, because a thumbnail may be replaced
    public PictureCache(Function<ImageId, Optional<PixelImage>> thumbnails) {
        this.thumbnails = thumbnails;
    }

    public Optional<Image> get(ImageId id) {
        return thumbnails.apply(id).map(pixels -> image(id, pixels));
    }

    private Image image(ImageId id, PixelImage pixels) {
        Converted known = kept.get(id);
        if (known != null && known.pixels.equals(pixels)) {
            return known.image;
        }
        Image image = FxImages.image(pixels);
        kept.put(id, new Converted(pixels, image));
        if (kept.size() > LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return image;
    }
}
