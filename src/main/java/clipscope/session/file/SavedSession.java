package clipscope.session.file;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.Pairs;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
/// @param frozen the places of the images that stay in sight in the grid, in their order there
/// @param model the model that was in use
/// @param selected the place of the image looked at, -1 for none
public record SavedSession(
        List<SavedImage> images,
        Document document,
        SequencedMap<Integer, Set<String>> captions,
        List<Integer> frozen,
        Optional<SavedModel> model,
        int selected) {

    public SavedSession {
        images = List.copyOf(images);
        document = document.withImages(List.of());
        captions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(captions));
        frozen = List.copyOf(frozen);
        for (int place : captions.keySet()) {
            Objects.checkIndex(place, images.size());
        }
        for (int place : frozen) {
            Objects.checkIndex(place, images.size());
        }
    }

    /// A session whose images have no captions, and none of which is frozen.
    public SavedSession(List<SavedImage> images, Document document, Optional<SavedModel> model, int selected) {
        this(images, document, new LinkedHashMap<>(), List.of(), model, selected);
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
        return new SavedSession(other, document, captions, frozen, model, selected);
    }

    /// {@return what the person made, of images that have names now}
    ///
    /// @param names of the images, in their order
    public Document document(List<ImageId> names) {
        Map<ImageId, Set<String>> pairs = new LinkedHashMap<>();
        captions.forEach((place, texts) -> pairs.put(names.get(place), texts));
        List<ImageId> staying = frozen.stream().map(names::get).toList();
        return document.withImages(names)
                .withPairs(new Pairs(pairs))
                .withFrozen(new Frozen(staying, document.frozen().labels()));
    }

    /// {@return where the images come from}
    public List<ImageSource> sources() {
        return images.stream().map(SavedImage::source).toList();
    }
}
