package clipscope.ui.grid.table;

import clipscope.embedding.ImageId;

/// One cell of the grid, wherever sorting puts it.
///
/// **Thread:** Immutable.
public record GridCell(ImageId image, String label) {}
