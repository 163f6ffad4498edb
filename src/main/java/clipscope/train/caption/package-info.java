/// Sentences about drawn pictures, and whether one is true of a picture.
@NullMarked
package clipscope.train.caption;

import org.jspecify.annotations.NullMarked;
