package clipscope.ui.classify;

import clipscope.image.PixelImage;
import clipscope.language.Texts;
import java.util.Optional;

/// One image of the film strip.
///
/// **Thread:** Immutable.
///
/// @param best the label that fits it best; empty while none is compared
/// @param thumbnail empty while it is on its way, and for an image that cannot be used
public record FilmstripItem(String name, String best, Optional<PixelImage> thumbnail, Stage stage) {

    private static final Texts TEXTS = Texts.beside(FilmstripItem.class);

    /// How far the image has come.
    public enum Stage {
        WAITING("stage.waiting"),
        READY("stage.ready"),
        UNUSABLE("stage.unusable");

        private final String key;

        Stage(String key) {
            this.key = key;
        }

        /// {@return the stage as a screen reader says it}
        public String words() {
            return TEXTS.get(key);
        }
    }
}
