/// What pictographs mean: names, other words for them, kinds.
@NullMarked
package clipscope.train.world.concept;

import org.jspecify.annotations.NullMarked;
