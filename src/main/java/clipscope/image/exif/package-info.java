/// Which way up a picture is, as its file says.
@NullMarked
package clipscope.image.exif;

import org.jspecify.annotations.NullMarked;
