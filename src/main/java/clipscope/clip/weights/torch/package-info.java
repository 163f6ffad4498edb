/// Weight files as PyTorch writes them.
@NullMarked
package clipscope.clip.weights.torch;

import org.jspecify.annotations.NullMarked;
