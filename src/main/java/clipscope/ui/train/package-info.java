/// The Train workspace: a model of one's own.
@NullMarked
package clipscope.ui.train;

import org.jspecify.annotations.NullMarked;
