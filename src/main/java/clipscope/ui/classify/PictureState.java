package clipscope.ui.classify;

import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.ImageState;
import java.util.Optional;

/// What is shown of the image looked at.
///
/// **Thread:** Immutable.
public sealed interface PictureState {

    /// No image is looked at.
    record None() implements PictureState {}

    /// The picture is on its way.
    record Loading(String name, Optional<PixelImage> thumbnail) implements PictureState {}

    /// The picture is there.
    ///
    /// @param pixels upright, as large as it is or made smaller for the window
    /// @param facts about the file, empty while only the picture has been read
    /// @param seen what of it the model sees, empty if it sees everything or no model is there
    record Shown(String name, PixelImage pixels, Optional<ImageState.Decoded> facts, Optional<SeenArea> seen)
            implements PictureState {}

    /// The file cannot be used.
    record Unusable(String name, Problem problem) implements PictureState {}
}
