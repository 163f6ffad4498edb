/// What the grid is written as.
@NullMarked
package clipscope.ui.grid.export;

import org.jspecify.annotations.NullMarked;
