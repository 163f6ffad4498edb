package clipscope.ui.control;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A small picture of whatever shape, in the middle of a frame that is always of the same size.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PictureFrame {

    private static final double MARGIN = 4; // pixels, on each side

    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);

    /// @param width of the largest picture, in pixels
    /// @param height of the largest picture, in pixels
    public PictureFrame(double width, double height) {
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.setPreserveRatio(true);
        frame.getStyleClass().add("frame");
        frame.setMinSize(width + 2 * MARGIN, height + 2 * MARGIN);
    }

    public Region node() {
        return frame;
    }

    /// Shows another picture.
    ///
    /// @param image empty until it has been read
    public void show(Optional<Image> image) {
        picture.setImage(image.orElse(null));
    }
}
