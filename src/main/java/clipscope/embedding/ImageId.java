package clipscope.embedding;

/// Names one image of a session. The same file added twice has two.
///
/// **Thread:** Immutable.
public record ImageId(long number) {}
