/// A CLIP model: loading one, and encoding images and texts with it.
@NullMarked
package clipscope.clip;

import org.jspecify.annotations.NullMarked;
