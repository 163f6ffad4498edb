/// From cosines to logits and probabilities.
@NullMarked
package clipscope.score;

import org.jspecify.annotations.NullMarked;
