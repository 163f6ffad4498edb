/// Putting alike things side by side: hierarchical clustering and the order of its leaves.
@NullMarked
package clipscope.score.cluster;

import org.jspecify.annotations.NullMarked;
