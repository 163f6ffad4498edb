package clipscope.session.image;

import clipscope.session.Session;
import clipscope.session.model.Embeddings;
import clipscope.session.model.ModelSlot;
import clipscope.task.Runners;

/// The parts of a session that its background work reads and writes.
///
/// **Thread:** the parts are confined to the owner's thread, but for the runners and the reader.
public record Workplace(
        Session session,
        Embeddings embeddings,
        ModelSlot slot,
        Thumbnails thumbnails,
        ImageReader reader,
        Runners runners) {}
