/// WebP files: their chunks.
@NullMarked
package clipscope.image.webp;

import org.jspecify.annotations.NullMarked;
