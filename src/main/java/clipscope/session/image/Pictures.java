package clipscope.session.image;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.session.Session;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.function.Consumer;

/// Large views of single images.
///
/// **Thread:** Confined to the owner's thread.
public final class Pictures {

    private final Session session;
    private final ImageReader reader;
    private final TaskRunner io;

    public Pictures(Session session, ImageReader reader, TaskRunner io) {
        this.session = session;
        this.reader = reader;
        this.io = io;
    }

    /// Reads the upright picture, made smaller if a side is longer than that.
    public TaskRunner.Handle load(ImageId id, int longestEdge, Consumer<? super Outcome<PixelImage>> onDone) {
        ImageSource source = session.source(id);
        return io.submit(_ -> reader.picture(source, longestEdge), onDone);
    }
}
