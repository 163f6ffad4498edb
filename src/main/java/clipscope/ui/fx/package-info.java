/// The bridge to the JavaFX thread.
@NullMarked
package clipscope.ui.fx;

import org.jspecify.annotations.NullMarked;
