package clipscope.ui.heatmap.place;

import java.util.Optional;
import javafx.scene.input.KeyCode;

/// What is seen of a heat map, and which cell the cursor is on.
///
/// **Thread:** Immutable.
///
/// @param row -1 before the cursor was put anywhere
/// @param column -1 before the cursor was put anywhere
/// @param anchor the other corner of what is selected, if anything is
public record HeatMapCursor(HeatMapViewport view, int row, int column, Optional<Corner> anchor) {

    /// A cell that stays while the cursor goes on.
    public record Corner(int row, int column) {}

    public HeatMapCursor(HeatMapViewport view, int row, int column) {
        this(view, row, column, Optional.empty());
    }

    /// A cursor on a cell that is gone goes to the nearest one there is; what was selected with it is gone.
    public HeatMapCursor {
        anchor = anchor.filter(corner -> corner.row < view.rows() && corner.column < view.columns());
        row = Math.min(row, view.rows() - 1);
        column = Math.min(column, view.columns() - 1);
    }

    public boolean isOnCell() {
        return row >= 0 && column >= 0;
    }

    public HeatMapCursor seen(HeatMapViewport other) {
        return new HeatMapCursor(other, row, column, anchor);
    }

    /// {@return the cells between the two corners, if any are selected}
    public Optional<CellBlock> selected() {
        return anchor.filter(_ -> isOnCell()).map(corner -> CellBlock.between(corner.row, corner.column, row, column));
    }

    /// {@return the cursor on another cell, with everything from where it stood selected}
    public HeatMapCursor extendedTo(HeatMapCursor moved) {
        Corner corner = anchor.orElse(isOnCell() ? new Corner(row, column) : new Corner(moved.row, moved.column));
        return new HeatMapCursor(moved.view, moved.row, moved.column, Optional.of(corner));
    }

    /// {@return the cursor with everything selected, seen from where it is seen}
    public HeatMapCursor all() {
        return view.rows() == 0 || view.columns() == 0
                ? this
                : new HeatMapCursor(view, view.rows() - 1, view.columns() - 1, Optional.of(new Corner(0, 0)));
    }

    public HeatMapCursor withoutSelection() {
        return new HeatMapCursor(view, row, column);
    }

    /// {@return the cursor on a cell, in a view where that is seen}
    public HeatMapCursor at(int otherRow, int otherColumn) {
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
    public HeatMapCursor moved(KeyCode key, boolean far) {
        if (!isOnCell()) {
            return at(0, 0);
        }
        HeatMapAxis down = view.down();
        int page = Math.max(1, (int) ((down.length() - down.heldEnd()) / down.cell()) - 1);
        return switch (key) {
            case UP -> far ? topmost() : at(row - 1, column);
            case DOWN -> at(far ? view.rows() - 1 : row + 1, column);
            case LEFT -> far ? leftmost() : at(row, column - 1);
            case RIGHT -> at(row, far ? view.columns() - 1 : column + 1);
            case HOME -> far ? topmost().leftmost() : leftmost();
            case END -> at(far ? view.rows() - 1 : row, view.columns() - 1);
            case PAGE_UP -> at(row - page, column);
            case PAGE_DOWN -> at(row + page, column);
            default -> this;
        };
    }

    /// Where the first row is frozen, the rows below it are shown from their beginning too.
    private HeatMapCursor topmost() {
        HeatMapCursor first = at(0, column);
        return first.seen(first.view.scrolledTo(first.view.scrollX(), 0));
    }

    private HeatMapCursor leftmost() {
        HeatMapCursor first = at(row, 0);
        return first.seen(first.view.scrolledTo(0, first.view.scrollY()));
    }
}
