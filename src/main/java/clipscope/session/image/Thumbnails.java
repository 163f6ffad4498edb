package clipscope.session.image;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Small pictures of the images shown of late.
///
/// **Memory:** as many megabytes as it is given; one that was dropped is made again when it is asked for.
///
/// **Thread:** Confined to the owner's thread.
public final class Thumbnails {

    private static final int USUAL_MEGABYTES = 100; // a thousand of the largest

    private final LinkedHashMap<ImageId, PixelImage> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<ImageId> remaking = new HashSet<>();
    private final Session session;
    private final ImageReader reader;
    private final TaskRunner io;
    private long limit = 1_000_000L * USUAL_MEGABYTES; // bytes
    private long size; // bytes

    public Thumbnails(Session session, ImageReader reader, TaskRunner io) {
        this.session = session;
        this.reader = reader;
        this.io = io;
        session.onForgotten(this::drop);
    }

    /// {@return the thumbnail, if it is at hand; else it comes with a [SessionChange.Image], unless the image
    /// is unusable}
    public Optional<PixelImage> get(ImageId id) {
        Optional<PixelImage> thumbnail = Optional.ofNullable(kept.get(id));
        if (thumbnail.isEmpty() && session.state(id) instanceof ImageState.Decoded && remaking.add(id)) {
            ImageSource source = session.source(id);
            var _ = io.<PixelImage>submit(_ -> reader.thumbnail(source), outcome -> remade(id, outcome));
        }
        return thumbnail;
    }

    /// {@return a small picture, read now and not kept}
    ///
    /// **Thread:** any: it decodes the image.
    ///
    /// @throws ProblemException if the image cannot be read any more
    public PixelImage read(ImageSource source) throws ProblemException {
        return reader.thumbnail(source);
    }

    /// Drops all of them, for want of memory. They are made again when they are asked for.
    public void forget() {
        kept.clear();
        size = 0;
    }

    /// Takes no more memory than that.
    public void limitTo(int megabytes) {
        limit = 1_000_000L * megabytes;
        dropOldest();
    }

    /// Keeps a thumbnail, unless its image is held no longer.
    void put(ImageId id, PixelImage thumbnail) {
        if (!session.holds(id)) {
            return;
        }
        PixelImage before = kept.put(id, thumbnail);
        size += bytes(thumbnail) - (before == null ? 0 : bytes(before));
        dropOldest();
    }

    private void drop(Set<ImageId> gone) {
        remaking.removeAll(gone);
        for (ImageId id : gone) {
            PixelImage thumbnail = kept.remove(id);
            size -= thumbnail == null ? 0 : bytes(thumbnail);
        }
    }

    private void dropOldest() {
        while (size > limit) {
            size -= bytes(kept.pollFirstEntry().getValue());
        }
    }

    private static long bytes(PixelImage thumbnail) {
        return 3L * thumbnail.width() * thumbnail.height();
    }

    /// A file that has become unreadable since keeps its embedding and stays in `remaking`: it is not tried
    /// again.
    private void remade(ImageId id, Outcome<PixelImage> outcome) {
        if (outcome instanceof Outcome.Done(PixelImage thumbnail) && session.holds(id)) {
            remaking.remove(id);
            put(id, thumbnail);
            session.tell(new SessionChange.Image(id));
        }
    }
}
