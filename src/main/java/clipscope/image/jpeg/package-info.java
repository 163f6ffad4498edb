/// JPEG: what its segments say, and its pixels.
@NullMarked
package clipscope.image.jpeg;

import org.jspecify.annotations.NullMarked;
