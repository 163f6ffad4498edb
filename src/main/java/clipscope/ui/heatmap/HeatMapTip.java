package clipscope.ui.heatmap;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// What is to be said of what the pointer is on, beside the pointer.
///
/// Not a tooltip: it follows from cell to cell at once.
///
/// **Thread:** Confined to the JavaFX thread.
final class HeatMapTip {

    private static final double DISTANCE = 14;

    private final Label label = new Label();

    HeatMapTip() {
        label.getStyleClass().add("heat-map-tip");
        label.setManaged(false);
        label.setVisible(false);
        label.setMouseTransparent(true);
    }

    Node node() {
        return label;
    }

    void hide() {
        label.setVisible(false);
    }

    /// Shows words right below a point, or on the other side of it where there is no room.
    ///
    /// @param width of the map
    /// @param height of the map
    void show(String words, double x, double y, double width, double height) {
        label.setText(words);
        label.setVisible(true);
        label.autosize();
        label.relocate(beside(x, label.getWidth(), width), beside(y, label.getHeight(), height));
    }

    private static double beside(double point, double length, double room) {
        boolean fits = point + DISTANCE + length <= room;
        return Math.max(0, fits ? point + DISTANCE : point - DISTANCE - length);
    }
}
