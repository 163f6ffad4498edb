/// A matrix as colours: the control and what it draws.
@NullMarked
package clipscope.ui.heatmap;

import org.jspecify.annotations.NullMarked;
