/// The Grid workspace: images × prompts as a heat map.
@NullMarked
package clipscope.ui.grid;

import org.jspecify.annotations.NullMarked;
