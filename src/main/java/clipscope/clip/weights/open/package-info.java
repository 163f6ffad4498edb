/// Opens weight files of every kind, and sets of them.
@NullMarked
package clipscope.clip.weights.open;

import org.jspecify.annotations.NullMarked;
