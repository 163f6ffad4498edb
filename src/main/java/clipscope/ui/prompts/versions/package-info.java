/// Its comparisons: two versions, and sums of prompts.
@NullMarked
package clipscope.ui.prompts.versions;

import org.jspecify.annotations.NullMarked;
