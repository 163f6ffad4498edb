/// Weight files, read as data and never run.
@NullMarked
package clipscope.clip.weights;

import org.jspecify.annotations.NullMarked;
