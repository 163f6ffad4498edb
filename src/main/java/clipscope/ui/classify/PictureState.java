package clipscope.ui.classify;

import clipscope.clip.pixels.Framing;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.ImageState;
import java.util.List;
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
    /// @param seen the parts of it that the model is shown; none if no model is there
    /// @param framing how they were chosen
    record Shown(
            String name, PixelImage pixels, Optional<ImageState.Decoded> facts, List<SeenArea> seen, Framing framing)
            implements PictureState {

        public Shown {
            seen = List.copyOf(seen);
        }
    }

    /// What the image tower is given of it.
    ///
    /// @param inputs pictures of the tower's size
    record Inputs(String name, List<PixelImage> inputs, Framing framing) implements PictureState {

        public Inputs {
            inputs = List.copyOf(inputs);
        }
    }

    /// The file cannot be used.
    record Unusable(String name, Problem problem) implements PictureState {}
}
