package clipscope.ui.grid.table;

import clipscope.score.spread.Summary;
import clipscope.ui.heatmap.place.CellBlock;

/// Selected cells in a few numbers.
///
/// **Thread:** Immutable.
///
/// @param summary of the numbers in the mode shown; places count row by row within the block
public record GridSelection(CellBlock block, Summary summary) {

    /// Adds up to millions of numbers: not for the JavaFX thread.
    public static GridSelection of(GridTable table, CellBlock block) {
        return new GridSelection(block, table.summary(block));
    }

    /// {@return the row of a place of the summary}
    public int row(int place) {
        return block.firstRow() + place / block.columns();
    }

    /// {@return the column of a place of the summary}
    public int column(int place) {
        return block.firstColumn() + place % block.columns();
    }
}
