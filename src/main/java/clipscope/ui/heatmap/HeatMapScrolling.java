package clipscope.ui.heatmap;

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

    /// Shows where a view is.
    ///
    /// @param max how far it can be scrolled, in pixels
    /// @param visible how much is seen of the cells, in pixels
    /// @param value how far it is scrolled, in pixels
    /// @param unit one cell, in pixels
    static void adjust(ScrollBar bar, double max, double visible, double value, double unit) {
        bar.setVisible(max > 0);
        bar.setMax(max);
        bar.setVisibleAmount(max <= 0 ? 1 : visible / (visible + max) * max);
        bar.setUnitIncrement(unit);
        bar.setBlockIncrement(visible);
        bar.setValue(value);
    }
}
