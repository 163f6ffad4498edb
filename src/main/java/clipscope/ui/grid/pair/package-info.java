/// The grid's pairs: which caption belongs to which image, and how well they find each other.
@NullMarked
package clipscope.ui.grid.pair;

import org.jspecify.annotations.NullMarked;
