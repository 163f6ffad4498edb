/// Python's pickles, read as descriptions of objects that are never made.
@NullMarked
package clipscope.clip.weights.pickle;

import org.jspecify.annotations.NullMarked;
