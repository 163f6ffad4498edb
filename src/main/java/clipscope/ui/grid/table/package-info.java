/// The numbers of the grid: computed, arranged, written.
@NullMarked
package clipscope.ui.grid.table;

import org.jspecify.annotations.NullMarked;
