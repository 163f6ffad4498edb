package clipscope.session.image;

import clipscope.clip.ClipModel;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.session.ImageState;
import clipscope.session.cache.CachedPicture;
import clipscope.session.cache.ContentKey;
import clipscope.session.cache.EmbeddingCache;
import clipscope.task.TaskRunner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps what was encoded for the next time.
///
/// **Thread:** Confined to the owner's thread; files are written on an io thread.
final class EmbeddingKeeping {

    private final EmbeddingCache cache;
    private final TaskRunner io;
    private final Map<ImageId, Expected> expected = new HashMap<>();
    private boolean unwritten;

    private record Expected(ImageState.Decoded facts, ContentKey key) {}

    EmbeddingKeeping(EmbeddingCache cache, TaskRunner io) {
        this.cache = cache;
        this.io = io;
    }

    /// An image is about to be encoded.
    ///
    /// @param key empty if its embedding is not to be kept
    void expect(ImageId id, ImageState.Decoded facts, Optional<ContentKey> key) {
        key.ifPresent(known -> expected.put(id, new Expected(facts, known)));
    }

    /// It was encoded.
    void keep(ImageId id, ClipModel by, Embedding embedding) {
        Expected known = expected.remove(id);
        if (known != null) {
            unwritten = true;
            if (cache.put(by, known.key(), new CachedPicture(known.facts(), embedding))) {
                write();
            }
        }
    }

    /// It could not be encoded.
    void drop(ImageId id) {
        expected.remove(id);
    }

    /// What is about to be encoded will not be.
    void forget() {
        expected.clear();
    }

    /// Writes what was encoded.
    void write() {
        if (unwritten) {
            unwritten = false;
            var _ = io.<Boolean>submit(
                    _ -> {
                        cache.write();
                        return true;
                    },
                    _ -> {}); // what could not be written is encoded again
        }
    }
}
