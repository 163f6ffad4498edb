package clipscope.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Shows a page as high as the window has room, and scrolls one that cannot be as low: it would push what is
/// above and below it out of the window. Takes no key away from the page, as a scroll pane does, and follows
/// the focus instead.
///
/// **Thread:** Confined to the JavaFX thread.
final class TallPane extends Region {

    private final Region content;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();

    TallPane(Region content) {
        this.content = content;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(this::requestLayout);
        setClip(clip);
        getChildren().setAll(content, bar);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::reveal);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        boolean low = content.minHeight(width) > height;
        double beside = low ? bar.prefWidth(-1) : 0;
        double needed = low ? content.minHeight(width - beside) : height;
        bar.setVisible(low);
        bar.setMax(Math.max(0, needed - height));
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
        bar.setVisibleAmount(needed > 0 ? bar.getMax() * height / needed : 0);
        bar.resizeRelocate(width - beside, 0, beside, height);
        content.resizeRelocate(0, -snapPositionY(bar.getValue()), width - beside, needed);
    }

    /// Comes here only if nothing in the page scrolls at that place.
    private void scrolled(ScrollEvent event) {
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        }
    }

    private void reveal(Node focused) {
        if (focused == null || !bar.isVisible() || !within(focused)) {
            return;
        }
        Bounds place = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double above = place.getMinY();
        double below = place.getMaxY() - getHeight();
        if (above < 0 || below > 0) {
            double step = above < 0 ? above : Math.min(below, above);
            bar.setValue(Math.clamp(bar.getValue() + step, 0, bar.getMax()));
        }
    }

    private boolean within(Node node) {
        Node at = node;
        while (at != null && at != content) {
            at = at.getParent();
        }
        return at != null;
    }
}
