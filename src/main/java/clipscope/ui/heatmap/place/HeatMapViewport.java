package clipscope.ui.heatmap.place;

/// Which part of a heat map is seen, and where each cell of it lies.
///
/// **Unit:** pixels from the upper left corner of the control.
///
/// **Thread:** Immutable.
///
/// @param across the columns
/// @param down the rows
public record HeatMapViewport(HeatMapMetrics metrics, HeatMapAxis across, HeatMapAxis down) {

    /// How many cells there are, and how many of the first rows and columns stay while the others scroll.
    public record Cells(int rows, int columns, int frozenRows, int frozenColumns) {

        /// Nothing is frozen.
        public Cells(int rows, int columns) {
            this(rows, columns, 0, 0);
        }
    }

    /// The size of the control.
    public record Size(double width, double height) {}

    /// What lies at a point.
    public sealed interface Hit {

        record Nothing() implements Hit {}

        record Cell(int row, int column) implements Hit {}

        record ColumnHeader(int column) implements Hit {}

        record RowHeader(int row) implements Hit {}
    }

    /// {@return a view from the first cell on}
    public static HeatMapViewport of(HeatMapMetrics metrics, Cells cells, Size size) {
        return new HeatMapViewport(
                metrics,
                new HeatMapAxis(
                        cells.columns(),
                        cells.frozenColumns(),
                        metrics.cellWidth(),
                        metrics.rowHeader(),
                        size.width(),
                        0),
                new HeatMapAxis(
                        cells.rows(),
                        cells.frozenRows(),
                        metrics.cellHeight(),
                        metrics.columnHeader(),
                        size.height(),
                        0));
    }

    /// {@return a view of everything, as large as it needs to be}
    public static HeatMapViewport whole(HeatMapMetrics metrics, Cells cells) {
        return of(
                metrics,
                cells,
                new Size(
                        metrics.rowHeader() + cells.columns() * metrics.cellWidth(),
                        metrics.columnHeader() + cells.rows() * metrics.cellHeight()));
    }

    public int rows() {
        return down.count();
    }

    public int columns() {
        return across.count();
    }

    public Size size() {
        return new Size(across.length(), down.length());
    }

    /// {@return how far the cells are shifted to the left}
    public double scrollX() {
        return across.scroll();
    }

    /// {@return how far the cells are shifted upwards}
    public double scrollY() {
        return down.scroll();
    }

    /// {@return the left edge of a column}
    public double x(int column) {
        return across.edge(column);
    }

    /// {@return the upper edge of a row}
    public double y(int row) {
        return down.edge(row);
    }

    /// {@return what lies at a point}
    public Hit at(double x, double y) {
        int column = across.at(x);
        int row = down.at(y);
        if (column != HeatMapAxis.NONE && row != HeatMapAxis.NONE) {
            return new Hit.Cell(row, column);
        }
        if (column != HeatMapAxis.NONE && y >= 0 && y < metrics.columnHeader()) {
            return new Hit.ColumnHeader(column);
        }
        boolean besideRow = row != HeatMapAxis.NONE && x >= 0 && x < metrics.rowHeader();
        return besideRow ? new Hit.RowHeader(row) : new Hit.Nothing();
    }

    /// {@return the same part, as far as there is one, of another map}
    ///
    /// @param columnHeader the height its columns' names need
    public HeatMapViewport of(Cells cells, double columnHeader) {
        HeatMapMetrics other = HeatMapMetrics.ofCellHeight(metrics.cellHeight(), columnHeader);
        return of(other, cells, size()).scrolledTo(scrollX(), scrollY());
    }

    public HeatMapViewport sized(double width, double height) {
        return new HeatMapViewport(metrics, across.ofLength(width), down.ofLength(height));
    }

    public HeatMapViewport scrolledTo(double x, double y) {
        return new HeatMapViewport(metrics, across.scrolledTo(x), down.scrolledTo(y));
    }

    /// {@return a view scrolled as little as possible so that the cell is seen whole}
    public HeatMapViewport showing(int row, int column) {
        return new HeatMapViewport(metrics, across.showing(column), down.showing(row));
    }

    /// {@return the view with other metrics, in which the same cell stays under the point}
    public HeatMapViewport zoomed(HeatMapMetrics other, double x, double y) {
        return new HeatMapViewport(
                other,
                across.zoomed(other.cellWidth(), other.rowHeader(), x),
                down.zoomed(other.cellHeight(), other.columnHeader(), y));
    }
}
