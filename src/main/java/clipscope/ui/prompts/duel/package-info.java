/// Its comparisons: two versions, and sums of prompts.
@NullMarked
package clipscope.ui.prompts.duel;

import org.jspecify.annotations.NullMarked;
