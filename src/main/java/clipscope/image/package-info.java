/// From files to upright 8-bit RGB pixels.
@NullMarked
package clipscope.image;

import org.jspecify.annotations.NullMarked;
