/// Label lists that come from files, go to files, or are kept under a name.
@NullMarked
package clipscope.ui.classify.sets;

import org.jspecify.annotations.NullMarked;
