/// Which towers there are: their sizes, their weights and the names of these in a checkpoint.
@NullMarked
package clipscope.clip.tower;

import org.jspecify.annotations.NullMarked;
