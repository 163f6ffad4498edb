/// The bridges to JavaFX: its thread and clock, its pictures, its clipboard and drops, light and dark.
@NullMarked
package clipscope.ui.fx;

import org.jspecify.annotations.NullMarked;
