/// What is in a picture's file, before anything of it is decoded.
@NullMarked
package clipscope.image.file;

import org.jspecify.annotations.NullMarked;
