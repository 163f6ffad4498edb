/// The Classify workspace: one image, its labels, their bars.
@NullMarked
package clipscope.ui.classify;

import org.jspecify.annotations.NullMarked;
