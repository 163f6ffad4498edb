package clipscope.ui.grid.table;

import java.util.Optional;

/// By which column, and which way, the rows are sorted.
///
/// **Thread:** Immutable.
public record GridSort(String label, boolean highestFirst) {

    /// {@return what a click on a header makes of the present order: highest first, lowest first, as it
    /// was}
    public static Optional<GridSort> next(Optional<GridSort> present, String clicked) {
        return present.filter(sort -> sort.label.equals(clicked))
                .map(sort -> sort.highestFirst ? Optional.of(new GridSort(clicked, false)) : Optional.<GridSort>empty())
                .orElseGet(() -> Optional.of(new GridSort(clicked, true)));
    }
}
