package clipscope.session.cache;

import clipscope.clip.ClipModel;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Embeddings of pictures on disk, so that whoever opens a session again, or a model, waits for none of
/// them. See `docs/decisions/0024`.
///
/// What is kept is of use to nobody but this program, and can be made again: damaged files are dropped
/// without a word, and so are the files used longest ago where there is no more room.
///
/// **Thread:** Thread-safe; reads and writes files, so not for the JavaFX thread.
public final class EmbeddingCache {

    /// As many are written together.
    static final int TOGETHER = 256;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);

    private final Path root;
    private final LongSupplier limit;
    private final InstantSource clock;
    private final Map<String, ModelPart> parts = new HashMap<>();

    /// @param root a folder of its own, which need not be there
    /// @param limit of all files together, in bytes; asked each time. 0 keeps nothing
    public EmbeddingCache(Path root, LongSupplier limit) {
        this(root, limit, InstantSource.system());
    }

    EmbeddingCache(Path root, LongSupplier limit, InstantSource clock) {
        this.root = root;
        this.limit = limit;
        this.clock = clock;
    }

    /// {@return one that keeps nothing}
    public static EmbeddingCache none() {
        return new EmbeddingCache(Path.of(""), () -> 0);
    }

    /// {@return whether anything is kept}
    public boolean active() {
        return limit.getAsLong() > 0;
    }

    /// {@return what a model made of a picture earlier}
    public Optional<CachedPicture> find(ClipModel model, ContentKey key) {
        return active() ? part(model).find(key) : Optional.empty();
    }

    /// Keeps what a model made of a picture. Does not wait for the disk.
    ///
    /// @return whether there is so much that [#write] is worth while
    public boolean put(ClipModel model, ContentKey key, CachedPicture picture) {
        return active() && part(model).put(key, picture) >= TOGETHER;
    }

    /// Writes what was put, and makes room.
    public void write() {
        List<ModelPart> all;
        synchronized (this) {
            all = List.copyOf(parts.values());
        }
        for (ModelPart part : all) {
            try {
                part.write();
            } catch (ProblemException e) {
                LOG.warn("embeddings are not kept", e);
            }
        }
        makeRoom();
    }

    /// Drops what was used longest ago, until the rest is within the limit.
    public synchronized void makeRoom() {
        long most = limit.getAsLong();
        List<Kept> files = files();
        long size = files.stream().mapToLong(Kept::size).sum();
        for (Kept file : files) {
            if (size > most) {
                size -= file.delete();
            }
        }
    }

    /// {@return the bytes of all files}
    public long size() {
        return files().stream().mapToLong(Kept::size).sum();
    }

    public Path root() {
        return root;
    }

    private synchronized ModelPart part(ClipModel model) {
        return parts.computeIfAbsent(
                model.imageIdentity(),
                identity -> new ModelPart(root.resolve(identity), model.card().dimensions(), clock));
    }

    /// A file.
    private record Kept(Path file, long size, FileTime used) {

        /// {@return how many bytes that freed}
        long delete() {
            try {
                return Files.deleteIfExists(file) ? size : 0;
            } catch (IOException e) {
                LOG.debug("{} stays", file, e);
                return 0;
            }
        }
    }

    /// {@return all files, those used longest ago first}
    private List<Kept> files() {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root, 2)) {
            for (Path file : all.filter(path -> path.toString().endsWith(ModelPart.ENDING))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        } catch (IOException | UncheckedIOException _) {
            return List.of(); // nothing was kept yet, or another window is making room
        }
        kept.sort(Comparator.comparing(Kept::used));
        return kept;
    }
}
