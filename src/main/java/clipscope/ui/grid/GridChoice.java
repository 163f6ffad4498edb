package clipscope.ui.grid;

import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridRange;
import clipscope.ui.grid.table.GridSort;
import java.util.Optional;

/// What a person chose to see in the cells.
///
/// **Thread:** Immutable.
///
/// @param sort empty for the order of the session
public record GridChoice(GridMode mode, GridRange range, Optional<GridSort> sort) {

    static final GridChoice FIRST = new GridChoice(GridMode.COSINE, GridRange.DATA, Optional.empty());

    GridChoice withMode(GridMode other) {
        return new GridChoice(other, range, sort);
    }

    GridChoice withRange(GridRange other) {
        return new GridChoice(mode, other, sort);
    }

    GridChoice withSort(Optional<GridSort> other) {
        return new GridChoice(mode, range, other);
    }
}
