package clipscope.session.file;

import clipscope.image.ImageSource;
import clipscope.session.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A session as a file holds it. Embeddings are not in it: they are computed again by whatever model is in
/// use.
///
/// **Thread:** Immutable.
///
/// @param images in the order shown
/// @param document all else that the person made; has no images of its own
/// @param model the model that was in use, wherever it lay
/// @param selected the place of the image looked at, -1 for none
public record SavedSession(List<SavedImage> images, Document document, Optional<Path> model, int selected) {

    public SavedSession {
        images = List.copyOf(images);
        document = document.withImages(List.of());
    }

    /// An image of a session.
    ///
    /// @param hash of its file, by which it is found when it was moved; empty where it was not computed
    public record SavedImage(ImageSource source, Optional<ContentHash> hash) {}

    /// {@return where the images come from}
    public List<ImageSource> sources() {
        return images.stream().map(SavedImage::source).toList();
    }
}
