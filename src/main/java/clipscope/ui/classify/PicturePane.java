package clipscope.ui.classify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// A picture as large as its place allows, but not so large that its pixels show, with a part of it left
/// bright.
///
/// **Thread:** Confined to the JavaFX thread.
final class PicturePane extends Region {

    private static final double MAX_SCALE = 2;

    private final ImageView view = new ImageView();
    private final List<Region> shades =
            Stream.generate(PicturePane::shade).limit(4).toList(); // left, right, above, below
    private final Region frame = new Region();
    private Optional<SeenArea> seen = Optional.empty();

    PicturePane() {
        view.setSmooth(true);
        frame.getStyleClass().add("seen-frame");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(view);
        getChildren().addAll(shades);
        getChildren().add(frame);
    }

    /// {@return this, showing the picture}
    ///
    /// @param part what stays bright; empty for all of it
    PicturePane show(Image image, Optional<SeenArea> part) {
        view.setImage(image);
        seen = part.filter(area -> area.cutAway() > 0);
        shades.forEach(shade -> shade.setVisible(seen.isPresent()));
        frame.setVisible(seen.isPresent());
        requestLayout();
        return this;
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image == null) {
            return;
        }
        double scale = Math.min(MAX_SCALE, Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight()));
        double width = Math.rint(image.getWidth() * scale);
        double height = Math.rint(image.getHeight() * scale);
        double x = Math.rint((getWidth() - width) / 2);
        double y = Math.rint((getHeight() - height) / 2);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(x, y);
        seen.ifPresent(area -> {
            double left = Math.rint(area.left() * width);
            double top = Math.rint(area.top() * height);
            double right = Math.rint((area.left() + area.width()) * width);
            double bottom = Math.rint((area.top() + area.height()) * height);
            shades.get(0).resizeRelocate(x, y, left, height);
            shades.get(1).resizeRelocate(x + right, y, width - right, height);
            shades.get(2).resizeRelocate(x + left, y, right - left, top);
            shades.get(3).resizeRelocate(x + left, y + bottom, right - left, height - bottom);
            frame.resizeRelocate(x + left, y + top, right - left, bottom - top);
        });
    }

    private static Region shade() {
        Region shade = new Region();
        shade.getStyleClass().add("shade");
        return shade;
    }
}
