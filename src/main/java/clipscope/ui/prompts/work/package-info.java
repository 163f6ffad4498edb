/// Its background work: prompts encoded, then something computed of them.
@NullMarked
package clipscope.ui.prompts.work;

import org.jspecify.annotations.NullMarked;
