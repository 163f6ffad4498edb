package clipscope.ui.heatmap;

import clipscope.ui.heatmap.place.CellBlock;
import clipscope.ui.heatmap.place.HeatMapAxis;
import clipscope.ui.heatmap.place.HeatMapCursor;
import clipscope.ui.heatmap.place.HeatMapMetrics;
import clipscope.ui.heatmap.place.HeatMapViewport;
import clipscope.ui.heatmap.place.HeatMapViewport.Cells;
import clipscope.ui.heatmap.place.HeatMapViewport.Hit;
import clipscope.ui.heatmap.place.HeatMapViewport.Size;
import java.util.List;
import java.util.Optional;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/// A matrix as colours on a canvas: pictures and names of the rows at the left, names of the columns above,
/// a cursor.
///
/// Only the cells that are seen are asked for and drawn, so the number of rows and columns does not matter.
/// The wheel scrolls, with Ctrl it zooms; the cursor goes with the arrow keys.
///
/// **Thread:** Confined to the JavaFX thread.
public final class HeatMap extends Region {

    private static final double CELL_HEIGHT = 46;
    private static final double ZOOM_STEP = 1.15;

    private final Canvas canvas = new Canvas();
    private final ScrollBar horizontal = HeatMapScrolling.bar(Orientation.HORIZONTAL);
    private final ScrollBar vertical = HeatMapScrolling.bar(Orientation.VERTICAL);
    private final HeatMapTip tip = new HeatMapTip();
    private final HeatMapColors colors = new HeatMapColors(this);
    private final CellRaster raster = new CellRaster();
    private final Listener listener;
    private HeatMapData data = HeatMapData.EMPTY;
    private HeatMapCursor state = new HeatMapCursor(
            HeatMapViewport.of(HeatMapMetrics.ofCellHeight(CELL_HEIGHT, 100), new Cells(0, 0), new Size(0, 0)), -1, -1);

    /// What a person does to the map.
    public interface Listener {

        /// The cursor came to a cell.
        void cursorMoved(int row, int column);

        /// The pointer came to a cell.
        void pointed(int row, int column);

        /// The pointer is on no cell any more.
        void pointerLeft();

        /// Cells were selected, or none are any more.
        default void selected(Optional<CellBlock> block) {}

        /// Another part is seen, or in another size.
        default void looked(HeatMapViewport view) {}

        /// A cell was clicked twice, or Enter pressed on it.
        void opened(int row, int column);

        /// The name of a column was clicked, or S pressed on one of its cells.
        void columnClicked(int column);
    }

    public HeatMap(Listener listener) {
        this.listener = listener;
        getStyleClass().add("heat-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        horizontal
                .valueProperty()
                .subscribe(x -> look(
                        state.view().scrolledTo(x.doubleValue(), state.view().scrollY())));
        vertical.valueProperty()
                .subscribe(y -> look(state.view().scrolledTo(state.view().scrollX(), y.doubleValue())));
        getChildren().setAll(canvas, horizontal, vertical, tip.node());
        focusedProperty().subscribe(this::requestLayout);
        new HeatMapInput(this, listener, tip).listenTo(canvas);
    }

    /// Shows other data; the cursor stays on the cell if there still is one, the view where it is if it
    /// can.
    public void show(HeatMapData shown) {
        data = shown;
        state = state.seen(state.view().of(shown.cells(), HeatMapPainter.columnHeaderHeight(shown)));
        tip.hide();
        describe();
        requestLayout();
    }

    /// Drops the selection: the cells have moved.
    public void selectNothing() {
        if (state.selected().isPresent()) {
            moveTo(state.withoutSelection());
        }
    }

    /// {@return what is selected}
    public Optional<CellBlock> selected() {
        return state.selected();
    }

    /// Draws again: a picture has come, or a value.
    public void refresh() {
        requestLayout();
    }

    /// Puts the cursor on a cell without scrolling to it: the cell has moved, the person has not.
    public void keepCursor(int row, int column) {
        if (row != state.row() || column != state.column()) {
            state = new HeatMapCursor(state.view(), row, column);
        }
        describe();
        requestLayout();
    }

    /// Puts the cursor on what lies at a point; of a row or a column, on a cell in sight.
    public void goTo(Hit hit) {
        HeatMapViewport view = state.view();
        switch (hit) {
            case Hit.Cell(int row, int column) -> moveTo(state.at(row, column));
            case Hit.RowHeader(int row) -> moveTo(state.at(row, view.across().nearestSeen(state.column())));
            case Hit.ColumnHeader(int column) -> moveTo(state.at(view.down().nearestSeen(state.row()), column));
            case Hit.Nothing() -> {}
        }
    }

    /// {@return the cell the cursor is on}
    public Optional<Hit.Cell> cursor() {
        return state.isOnCell() ? Optional.of(new Hit.Cell(state.row(), state.column())) : Optional.empty();
    }

    /// Scrolls to the first row.
    public void showTop() {
        look(state.view().scrolledTo(state.view().scrollX(), 0));
    }

    /// {@return where each cell lies now}
    public HeatMapViewport view() {
        return state.view();
    }

    /// Looks at the same part as another map of as many rows and columns, in the same size.
    public void lookAs(HeatMapViewport other) {
        HeatMapMetrics metrics = HeatMapMetrics.ofCellHeight(
                other.metrics().cellHeight(), state.view().metrics().columnHeader());
        look(state.view().zoomed(metrics, 0, 0).scrolledTo(other.scrollX(), other.scrollY()));
    }

    /// Makes cells larger or smaller around a point.
    ///
    /// @param steps how many steps of the wheel; positive for larger
    public void zoom(double steps, double x, double y) {
        HeatMapMetrics metrics = state.view().metrics();
        double height = metrics.cellHeight() * Math.pow(ZOOM_STEP, steps);
        double atLeastOnePixel = metrics.cellHeight() + Math.signum(steps);
        double wanted = steps > 0 ? Math.max(height, atLeastOnePixel) : Math.min(height, atLeastOnePixel);
        look(state.view().zoomed(HeatMapMetrics.ofCellHeight(wanted, metrics.columnHeader()), x, y));
    }

    /// Makes cells as large as at first.
    void zoomAsAtFirst() {
        double header = state.view().metrics().columnHeader();
        look(state.view().zoomed(HeatMapMetrics.ofCellHeight(CELL_HEIGHT, header), 0, 0));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - vertical.prefWidth(-1));
        double height = Math.max(0, getHeight() - horizontal.prefHeight(-1));
        state = state.seen(state.view().sized(width, height));
        canvas.setWidth(width);
        canvas.setHeight(height);
        HeatMapAxis across = state.view().across();
        HeatMapAxis down = state.view().down();
        horizontal.resizeRelocate(
                across.heldEnd(), height, Math.max(0, width - across.heldEnd()), horizontal.prefHeight(-1));
        vertical.resizeRelocate(width, down.heldEnd(), vertical.prefWidth(-1), Math.max(0, height - down.heldEnd()));
        HeatMapScrolling.adjust(horizontal, across);
        HeatMapScrolling.adjust(vertical, down);
        paint();
    }

    @Override
    protected double computePrefWidth(double height) {
        return whole().size().width() + 20;
    }

    @Override
    protected double computePrefHeight(double width) {
        return whole().size().height() + 20;
    }

    private HeatMapViewport whole() {
        return HeatMapViewport.whole(state.view().metrics(), data.cells());
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Rectangle2D area = new Rectangle2D(0, 0, canvas.getWidth(), canvas.getHeight());
        HeatMapPainter painter = new HeatMapPainter(g, data, state.view(), colors.palette(), area, Optional.of(raster));
        painter.paint();
        state.selected().ifPresent(painter::selection);
        if (state.isOnCell()) {
            painter.cursor(state.row(), state.column(), isFocused());
        }
    }

    void look(HeatMapViewport view) {
        if (!view.equals(state.view())) {
            state = state.seen(view);
            requestLayout();
            listener.looked(view);
        }
    }

    void moveTo(HeatMapCursor moved) {
        Optional<CellBlock> before = state.selected();
        boolean scrolled = !moved.view().equals(state.view());
        state = moved;
        if (scrolled) {
            listener.looked(state.view());
        }
        if (!before.equals(state.selected())) {
            listener.selected(state.selected());
        }
        describe();
        requestLayout();
        if (state.isOnCell()) {
            listener.cursorMoved(state.row(), state.column());
        }
    }

    private void describe() {
        setAccessibleText(state.isOnCell() ? data.description(state.row(), state.column()) : data.summary());
    }

    HeatMapData data() {
        return data;
    }

    HeatMapCursor state() {
        return state;
    }

    HeatMapColors colors() {
        return colors;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return HeatMapColors.METADATA;
    }
}
