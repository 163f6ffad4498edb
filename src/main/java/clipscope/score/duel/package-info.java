/// Two models on the same images and labels: how alike they rank, where they differ, who is right.
@NullMarked
package clipscope.score.duel;

import org.jspecify.annotations.NullMarked;
