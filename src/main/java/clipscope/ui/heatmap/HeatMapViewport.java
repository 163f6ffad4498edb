package clipscope.ui.heatmap;

/// Which part of a heat map is seen, and where each cell of it lies.
///
/// **Unit:** pixels from the upper left corner of the control.
///
/// **Thread:** Immutable.
///
/// @param scrollX how far the cells are shifted to the left, in [0, [#maxScrollX()]]
/// @param scrollY how far the cells are shifted upwards, in [0, [#maxScrollY()]]
public record HeatMapViewport(
        HeatMapMetrics metrics, int rows, int columns, Size size, double scrollX, double scrollY) {

    /// The size of the control.
    public record Size(double width, double height) {}

    /// What lies at a point.
    public sealed interface Hit {

        record Nothing() implements Hit {}

        record Cell(int row, int column) implements Hit {}

        record ColumnHeader(int column) implements Hit {}

        record RowHeader(int row) implements Hit {}
    }

    /// Scroll positions are brought into their limits.
    public HeatMapViewport {
        double cellsWidth = Math.max(0, size.width() - metrics.rowHeader());
        double cellsHeight = Math.max(0, size.height() - metrics.columnHeader());
        scrollX = Math.clamp(scrollX, 0, Math.max(0, columns * metrics.cellWidth() - cellsWidth));
        scrollY = Math.clamp(scrollY, 0, Math.max(0, rows * metrics.cellHeight() - cellsHeight));
    }

    /// {@return a view of everything, as large as it needs to be}
    public static HeatMapViewport whole(HeatMapMetrics metrics, int rows, int columns) {
        Size size = new Size(
                metrics.rowHeader() + columns * metrics.cellWidth(),
                metrics.columnHeader() + rows * metrics.cellHeight());
        return new HeatMapViewport(metrics, rows, columns, size, 0, 0);
    }

    /// {@return the width in which cells are seen}
    public double cellsWidth() {
        return Math.max(0, size.width() - metrics.rowHeader());
    }

    /// {@return the height in which cells are seen}
    public double cellsHeight() {
        return Math.max(0, size.height() - metrics.columnHeader());
    }

    public double maxScrollX() {
        return Math.max(0, columns * metrics.cellWidth() - cellsWidth());
    }

    public double maxScrollY() {
        return Math.max(0, rows * metrics.cellHeight() - cellsHeight());
    }

    /// {@return the first row of which something is seen}
    public int firstRow() {
        return Math.min((int) (scrollY / metrics.cellHeight()), Math.max(0, rows - 1));
    }

    /// {@return one more than the last row of which something is seen}
    public int endRow() {
        return Math.min((int) Math.ceil((scrollY + cellsHeight()) / metrics.cellHeight()), rows);
    }

    /// {@return the first column of which something is seen}
    public int firstColumn() {
        return Math.min((int) (scrollX / metrics.cellWidth()), Math.max(0, columns - 1));
    }

    /// {@return one more than the last column of which something is seen}
    public int endColumn() {
        return Math.min((int) Math.ceil((scrollX + cellsWidth()) / metrics.cellWidth()), columns);
    }

    /// {@return the left edge of a column}
    public double x(int column) {
        return metrics.rowHeader() + column * metrics.cellWidth() - scrollX;
    }

    /// {@return the upper edge of a row}
    public double y(int row) {
        return metrics.columnHeader() + row * metrics.cellHeight() - scrollY;
    }

    /// {@return what lies at a point}
    public Hit at(double x, double y) {
        if (x < 0 || y < 0 || x >= size.width() || y >= size.height()) {
            return new Hit.Nothing();
        }
        int column = (int) Math.floor((x - metrics.rowHeader() + scrollX) / metrics.cellWidth());
        int row = (int) Math.floor((y - metrics.columnHeader() + scrollY) / metrics.cellHeight());
        boolean overColumns = x >= metrics.rowHeader() && column < columns;
        boolean overRows = y >= metrics.columnHeader() && row < rows;
        if (overColumns && overRows) {
            return new Hit.Cell(row, column);
        }
        if (overColumns && y < metrics.columnHeader()) {
            return new Hit.ColumnHeader(column);
        }
        return overRows && x < metrics.rowHeader() ? new Hit.RowHeader(row) : new Hit.Nothing();
    }

    public HeatMapViewport scrolledTo(double x, double y) {
        return new HeatMapViewport(metrics, rows, columns, size, x, y);
    }

    /// {@return a view scrolled as little as possible so that the cell is seen whole}
    public HeatMapViewport showing(int row, int column) {
        double left = column * metrics.cellWidth();
        double top = row * metrics.cellHeight();
        double x = Math.min(Math.max(scrollX, left + metrics.cellWidth() - cellsWidth()), left);
        double y = Math.min(Math.max(scrollY, top + metrics.cellHeight() - cellsHeight()), top);
        return scrolledTo(x, y);
    }

    /// {@return the view with other metrics, in which the same cell stays under the point}
    public HeatMapViewport zoomed(HeatMapMetrics other, double x, double y) {
        double columnsIn = (Math.max(0, x - metrics.rowHeader()) + scrollX) / metrics.cellWidth();
        double rowsIn = (Math.max(0, y - metrics.columnHeader()) + scrollY) / metrics.cellHeight();
        return new HeatMapViewport(
                other,
                rows,
                columns,
                size,
                columnsIn * other.cellWidth() - Math.max(0, x - other.rowHeader()),
                rowsIn * other.cellHeight() - Math.max(0, y - other.columnHeader()));
    }
}
