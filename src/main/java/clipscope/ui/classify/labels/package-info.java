/// The labels of the workspace for one image, with their bars.
@NullMarked
package clipscope.ui.classify.labels;

import org.jspecify.annotations.NullMarked;
