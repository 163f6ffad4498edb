package clipscope.ui.grid.table;

import clipscope.session.compare.LabelResult;
import java.util.Optional;

/// One column of the grid.
///
/// **Thread:** Immutable.
///
/// @param obstacle why the column has no numbers, empty if it has
public record GridColumn(String label, String prompt, Optional<LabelResult> obstacle) {}
