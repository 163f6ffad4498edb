/// Resize, crop, normalise: Pillow's arithmetic, step by step.
@NullMarked
package clipscope.clip.pixels;

import org.jspecify.annotations.NullMarked;
