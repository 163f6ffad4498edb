/// The Prompts workspace.
@NullMarked
package clipscope.ui.prompts;

import org.jspecify.annotations.NullMarked;
