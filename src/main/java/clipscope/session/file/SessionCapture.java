package clipscope.session.file;

import clipscope.clip.ClipModel;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.Session;
import clipscope.session.file.SavedSession.SavedImage;
import clipscope.session.file.SavedSession.SavedModel;
import clipscope.session.model.ModelSlot;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Makes of a session what a file holds of it.
///
/// **Thread:** Thread-safe but for [#of], which belongs to the owner's thread.
public final class SessionCapture {

    private final Map<Version, ContentHash> hashes = new ConcurrentHashMap<>();

    /// A file as it was at a time; written to, it is another.
    private record Version(Path file, long size, FileTime modified) {}

    /// {@return the session as it is at this moment, without hashes}
    public static SavedSession of(Session session, ModelSlot slot) {
        Document document = session.document();
        List<SavedImage> images = document.images().stream()
                .map(session::source)
                .map(source -> new SavedImage(source, Optional.empty()))
                .toList();
        int selected = session.selected().map(document.images()::indexOf).orElse(-1);
        Optional<SavedModel> model = slot.model()
                .map(ClipModel::card)
                .map(card -> new SavedModel(
                        card.location(), card.picture().asked(card.picture().used())));
        List<Integer> frozen = document.frozen().images().stream()
                .map(document.images()::indexOf)
                .toList();
        Frozen present = document.frozen().amongLabels(document.labels());
        return new SavedSession(images, document.withFrozen(present), captions(document), frozen, model, selected);
    }

    private static SequencedMap<Integer, Set<String>> captions(Document document) {
        Map<ImageId, Integer> places = new HashMap<>();
        if (!document.pairs().isEmpty()) {
            document.images().forEach(id -> places.put(id, places.size()));
        }
        SequencedMap<Integer, Set<String>> captions = new LinkedHashMap<>();
        document.pairs().captions().forEach((id, texts) -> captions.put(Objects.requireNonNull(places.get(id)), texts));
        return captions;
    }

    /// Adds the hashes of the files, so that they are found again when they were moved. A file that cannot be
    /// read has none.
    public SavedSession hashed(SavedSession session, Cancellation cancelled) {
        List<SavedImage> images = session.images().stream()
                .map(image -> new SavedImage(image.source(), hash(image.source(), cancelled)))
                .toList();
        return session.withImages(images);
    }

    private Optional<ContentHash> hash(ImageSource source, Cancellation cancelled) {
        if (!(source instanceof ImageSource.OfFile(Path file))) {
            return Optional.empty();
        }
        try {
            Version version = new Version(file, Files.size(file), Files.getLastModifiedTime(file));
            ContentHash known = hashes.get(version);
            if (known == null) {
                known = ContentHash.of(file, cancelled);
                hashes.put(version, known);
            }
            return Optional.of(known);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
