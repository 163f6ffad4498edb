/// Contrastive training of a model of one's own.
@NullMarked
package clipscope.train;

import org.jspecify.annotations.NullMarked;
