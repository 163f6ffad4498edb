/// Its template laboratory.
@NullMarked
package clipscope.ui.prompts.lab;

import org.jspecify.annotations.NullMarked;
