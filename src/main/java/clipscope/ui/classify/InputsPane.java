package clipscope.ui.classify;

import clipscope.image.PixelImage;
import clipscope.ui.fx.FxImages;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// What the image tower is given: one small picture or five, every pixel of them to be seen.
///
/// **Thread:** Confined to the JavaFX thread.
final class InputsPane extends Region {

    private static final double GAP = 8;

    private List<ImageView> views = List.of();

    InputsPane() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    InputsPane show(List<PixelImage> inputs) {
        views = inputs.stream()
                .map(FxImages::image)
                .map(ImageView::new)
                .peek(view -> view.setSmooth(false))
                .toList();
        getChildren().setAll(views);
        requestLayout();
        return this;
    }

    @Override
    protected void layoutChildren() {
        int columns = views.size() > 1 ? 3 : 1;
        int rows = views.size() > 1 ? 2 : 1;
        double cell = Math.min((getWidth() - GAP * (columns + 1)) / columns, (getHeight() - GAP * (rows + 1)) / rows);
        double left = (getWidth() - columns * cell - (columns - 1) * GAP) / 2;
        double top = (getHeight() - rows * cell - (rows - 1) * GAP) / 2;
        for (int i = 0; i < views.size(); i++) {
            ImageView view = views.get(i);
            view.setPreserveRatio(true);
            view.setFitWidth(Math.max(1, cell));
            view.setFitHeight(Math.max(1, cell));
            int row = i / columns;
            view.relocate(Math.rint(left + (i % columns) * (cell + GAP)), Math.rint(top + row * (cell + GAP)));
        }
    }
}
