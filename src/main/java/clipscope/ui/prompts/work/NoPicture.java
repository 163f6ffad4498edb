package clipscope.ui.prompts.work;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/// The picture of a row that is words: nothing is drawn, where a missing one would be a grey square.
public final class NoPicture {

    private static final Image CLEAR = new WritableImage(1, 1);

    private NoPicture() {}

    public static Optional<Image> ofWords() {
        return Optional.of(CLEAR);
    }
}
