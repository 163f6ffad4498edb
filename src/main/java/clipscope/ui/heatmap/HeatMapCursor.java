package clipscope.ui.heatmap;

import javafx.scene.input.KeyCode;

/// What is seen of a heat map, and which cell the cursor is on.
///
/// **Thread:** Immutable.
///
/// @param row -1 before the cursor was put anywhere
/// @param column -1 before the cursor was put anywhere
record HeatMapCursor(HeatMapViewport view, int row, int column) {

    /// A cursor on a cell that is gone goes to the nearest one there is.
    HeatMapCursor {
        row = Math.min(row, view.rows() - 1);
        column = Math.min(column, view.columns() - 1);
    }

    boolean isOnCell() {
        return row >= 0 && column >= 0;
    }

    HeatMapCursor seen(HeatMapViewport other) {
        return new HeatMapCursor(other, row, column);
    }

    /// {@return the cursor on a cell, in a view where that is seen}
    HeatMapCursor at(int otherRow, int otherColumn) {
        if (view.rows() == 0 || view.columns() == 0) {
            return this;
        }
        int r = Math.clamp(otherRow, 0, view.rows() - 1);
        int c = Math.clamp(otherColumn, 0, view.columns() - 1);
        return new HeatMapCursor(view.showing(r, c), r, c);
    }

    /// {@return the cursor after a key}
    ///
    /// @param far with the shortcut key: Home and End go to the first and last cell of all
    HeatMapCursor moved(KeyCode key, boolean far) {
        if (!isOnCell()) {
            return at(0, 0);
        }
        int page = Math.max(1, (int) (view.cellsHeight() / view.metrics().cellHeight()) - 1);
        return switch (key) {
            case UP -> at(far ? 0 : row - 1, column);
            case DOWN -> at(far ? view.rows() - 1 : row + 1, column);
            case LEFT -> at(row, far ? 0 : column - 1);
            case RIGHT -> at(row, far ? view.columns() - 1 : column + 1);
            case HOME -> at(far ? 0 : row, 0);
            case END -> at(far ? view.rows() - 1 : row, view.columns() - 1);
            case PAGE_UP -> at(row - page, column);
            case PAGE_DOWN -> at(row + page, column);
            default -> this;
        };
    }
}
