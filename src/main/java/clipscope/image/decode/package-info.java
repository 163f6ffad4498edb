/// From any file to upright pixels, or to the reason why not.
@NullMarked
package clipscope.image.decode;

import org.jspecify.annotations.NullMarked;
