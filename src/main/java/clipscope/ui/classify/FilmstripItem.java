package clipscope.ui.classify;

import clipscope.image.PixelImage;
import java.util.Optional;

/// One image of the film strip.
///
/// **Thread:** Immutable.
///
/// @param best the label that fits it best; empty while none is compared
/// @param thumbnail empty while it is on its way, and for an image that cannot be used
public record FilmstripItem(String name, String best, Optional<PixelImage> thumbnail, Stage stage) {

    /// How far the image has come.
    public enum Stage {
        WAITING("waiting"),
        READY("ready"),
        UNUSABLE("cannot be used");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /// {@return the stage as a screen reader says it}
        public String words() {
            return words;
        }
    }
}
