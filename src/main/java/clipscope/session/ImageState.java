package clipscope.session;

import clipscope.problem.Problem;

/// How far an image of the session has come.
///
/// **Thread:** Immutable.
public sealed interface ImageState {

    /// Nobody has opened the file yet.
    record Waiting() implements ImageState {}

    /// The file was decoded.
    ///
    /// @param width of the upright picture, in pixels
    /// @param height of the upright picture, in pixels
    /// @param format "JPEG", "PNG", …
    /// @param turned whether an EXIF orientation was applied
    /// @param evenness see [clipscope.image.Evenness]
    record Decoded(int width, int height, String format, boolean turned, double evenness) implements ImageState {}

    /// The file cannot be used; the others go on.
    record Unusable(Problem problem) implements ImageState {}
}
