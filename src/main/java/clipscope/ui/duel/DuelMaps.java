package clipscope.ui.duel;

import clipscope.ui.control.PictureCache;
import clipscope.ui.duel.table.DuelTable;
import clipscope.ui.heatmap.HeatMap;
import clipscope.ui.heatmap.HeatMapLegend;
import clipscope.ui.heatmap.place.HeatMapViewport;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Both grids, which show the same part in the same size, with the cursor on the same cell.
///
/// **Thread:** Confined to the JavaFX thread.
final class DuelMaps {

    private static final double SMALLER = -2; // steps: two maps have the room of one

    private static final double ROOM_FOR_LEGEND = 270; // pixels

    private final DuelViewModel model;
    private final PictureCache pictures;
    private final HeatMap left = new HeatMap(new Linked(true));
    private final HeatMap right = new HeatMap(new Linked(false));
    private final HeatMapLegend leftLegend = new HeatMapLegend();
    private final HeatMapLegend rightLegend = new HeatMapLegend();
    private final HBox root;
    private Optional<DuelTable> shown = Optional.empty();

    DuelMaps(DuelViewModel model, PictureCache pictures) {
        this.model = model;
        this.pictures = pictures;
        left.setId("duel-map-a");
        right.setId("duel-map-b");
        this.root = new HBox(half("A", left, leftLegend), half("B", right, rightLegend));
        root.getStyleClass().add("maps");
        left.zoom(SMALLER, 0, 0); // the right one follows
        model.modeProperty().subscribe(_ -> draw());
        model.picturesProperty().subscribe(this::refresh);
    }

    Region node() {
        return root;
    }

    void show(DuelTable table) {
        shown = Optional.of(table);
        draw();
    }

    private void draw() {
        shown.ifPresent(table -> {
            DuelHeatMapData a = data(table, table.left());
            DuelHeatMapData b = data(table, table.right());
            left.show(a);
            right.show(b);
            leftLegend.show(a.legend());
            rightLegend.show(b.legend());
        });
    }

    private DuelHeatMapData data(DuelTable table, DuelTable.Side side) {
        return new DuelHeatMapData(
                table,
                side,
                model.modeProperty().get(),
                pictures,
                row -> table.sources().get(row).shortName());
    }

    private void refresh() {
        left.refresh();
        right.refresh();
    }

    private static VBox half(String letter, HeatMap map, HeatMapLegend legend) {
        Label side = new Label(letter);
        side.getStyleClass().addAll("strong", "side-" + letter);
        side.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(side, legend);
        foot.getStyleClass().add("legend-line");
        VBox half = new VBox(map, foot);
        legend.visibleProperty().bind(half.widthProperty().greaterThan(ROOM_FOR_LEGEND));
        half.getStyleClass().add("half");
        VBox.setVgrow(map, Priority.ALWAYS);
        HBox.setHgrow(half, Priority.ALWAYS);
        half.setMinWidth(0);
        half.setPrefWidth(400); // both alike, whatever they hold
        map.setMinHeight(0);
        return half;
    }

    /// Does to the other map what is done to one.
    private final class Linked implements HeatMap.Listener {

        private final boolean isLeft;

        Linked(boolean isLeft) {
            this.isLeft = isLeft;
        }

        private HeatMap other() {
            return isLeft ? right : left;
        }

        @Override
        public void looked(HeatMapViewport view) {
            other().lookAs(view);
        }

        @Override
        public void cursorMoved(int row, int column) {
            other().keepCursor(row, column);
        }

        @Override
        public void pointed(int row, int column) {}

        @Override
        public void pointerLeft() {}

        @Override
        public void opened(int row, int column) {
            shown.ifPresent(table -> model.show(table.images().get(row)));
        }

        @Override
        public void columnClicked(int column) {}
    }
}
