package clipscope.session;

import clipscope.task.Runners;

/// The parts of a session that its background work reads and writes.
///
/// **Thread:** the parts are confined to the owner's thread, but for the runners and the reader.
record Workplace(
        Session session,
        Embeddings embeddings,
        ModelSlot slot,
        Thumbnails thumbnails,
        ImageReader reader,
        Runners runners) {}
