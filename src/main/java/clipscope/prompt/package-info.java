/// Labels, templates and the prompts they make.
@NullMarked
package clipscope.prompt;

import org.jspecify.annotations.NullMarked;
