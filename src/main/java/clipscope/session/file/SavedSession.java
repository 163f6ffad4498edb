package clipscope.session.file;

import clipscope.image.ImageSource;
import clipscope.session.Document;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;

/// A session as a file holds it. Embeddings are not in it: they are computed again by whatever model is in
/// use.
///
/// **Thread:** Immutable.
///
/// @param images in the order shown
/// @param document all else that the person made; has no images of its own
/// @param captions of the images at some places, in the order of the grid's diagonal
/// @param model the model that was in use
/// @param selected the place of the image looked at, -1 for none
public record SavedSession(
        List<SavedImage> images,
        Document document,
        SequencedMap<Integer, Set<String>> captions,
        Optional<SavedModel> model,
        int selected) {

    public SavedSession {
        images = List.copyOf(images);
        document = document.withImages(List.of());
        captions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(captions));
        for (int place : captions.keySet()) {
            Objects.checkIndex(place, images.size());
        }
    }

    /// A session whose images have no captions.
    public SavedSession(List<SavedImage> images, Document document, Optional<SavedModel> model, int selected) {
        this(images, document, new LinkedHashMap<>(), model, selected);
    }

    /// A model of a session.
    ///
    /// @param location wherever it lay
    /// @param pictureSize the side in pixels of the pictures it was given; empty for that of its training
    public record SavedModel(Path location, OptionalInt pictureSize) {}

    /// An image of a session.
    ///
    /// @param hash of its file, by which it is found when it was moved; empty where it was not computed
    public record SavedImage(ImageSource source, Optional<ContentHash> hash) {}

    SavedSession withImages(List<SavedImage> other) {
        return new SavedSession(other, document, captions, model, selected);
    }

    /// {@return where the images come from}
    public List<ImageSource> sources() {
        return images.stream().map(SavedImage::source).toList();
    }
}
