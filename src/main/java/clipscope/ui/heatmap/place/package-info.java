/// Where the cells of a heat map lie, and which of them are meant.
@NullMarked
package clipscope.ui.heatmap.place;

import org.jspecify.annotations.NullMarked;
