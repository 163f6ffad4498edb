package clipscope.ui.grid;

import clipscope.problem.Problem;
import clipscope.ui.grid.table.GridTable;

/// What the grid's area shows.
///
/// **Thread:** Immutable.
public sealed interface GridContent {

    /// There are no images.
    record NoImages() implements GridContent {}

    /// There are images, but nothing to compare them with.
    record NoLabels() implements GridContent {}

    /// No model was opened.
    record NoModel() implements GridContent {}

    /// The first model is being loaded.
    record ModelLoading(String name) implements GridContent {}

    /// There are no numbers, because of this.
    record Failed(Problem problem) implements GridContent {}

    /// The numbers of the model before, until those of the one in use are there.
    record Earlier(GridTable table) implements GridContent {}

    /// Rows, columns and the numbers there are.
    record Shown(GridTable table) implements GridContent {}
}
