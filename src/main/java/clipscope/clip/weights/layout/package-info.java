/// What the tensors of a checkpoint are called, and which network they tell of.
@NullMarked
package clipscope.clip.weights.layout;

import org.jspecify.annotations.NullMarked;
