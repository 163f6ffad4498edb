package clipscope.ui.heatmap;

import clipscope.ui.heatmap.place.HeatMapAxis;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// The two scroll bars of a heat map.
///
/// **Thread:** Confined to the JavaFX thread.
final class HeatMapScrolling {

    private HeatMapScrolling() {}

    /// {@return a bar for the mouse: the keyboard scrolls with the cursor}
    static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setFocusTraversable(false);
        return bar;
    }

    /// Shows where the cells that are scrolled are.
    static void adjust(ScrollBar bar, HeatMapAxis axis) {
        double visible = Math.max(0, axis.length() - axis.heldEnd());
        double max = axis.maxScroll();
        bar.setVisible(max > 0);
        bar.setMax(max);
        bar.setVisibleAmount(max <= 0 ? 1 : visible / (visible + max) * max);
        bar.setUnitIncrement(axis.cell());
        bar.setBlockIncrement(visible);
        bar.setValue(axis.scroll());
    }
}
