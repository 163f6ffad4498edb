package clipscope.session.caption;

/// A sentence that belongs to an image.
///
/// **Thread:** Immutable.
///
/// @param image the file as it was written down: a path, or a name alone
public record Caption(String image, String text) {}
