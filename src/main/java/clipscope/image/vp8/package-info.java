/// Lossy WebP: a key frame of VP8 to pixels, bit for bit as libwebp does it.
@NullMarked
package clipscope.image.vp8;

import org.jspecify.annotations.NullMarked;
