package clipscope.ui.heatmap.place;

/// A rectangle of cells, all four edges included.
///
/// **Thread:** Immutable.
public record CellBlock(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /// {@return the rectangle between two cells, whichever way they lie}
    public static CellBlock between(int row, int column, int otherRow, int otherColumn) {
        return new CellBlock(
                Math.min(row, otherRow),
                Math.min(column, otherColumn),
                Math.max(row, otherRow),
                Math.max(column, otherColumn));
    }

    public boolean hasRow(int row) {
        return row >= firstRow && row <= lastRow;
    }

    public boolean hasColumn(int column) {
        return column >= firstColumn && column <= lastColumn;
    }

    public int rows() {
        return lastRow - firstRow + 1;
    }

    public int columns() {
        return lastColumn - firstColumn + 1;
    }
}
