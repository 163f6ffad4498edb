/// Its view of single prompts: tokens, words, lint, likeness.
@NullMarked
package clipscope.ui.prompts.sentence;

import org.jspecify.annotations.NullMarked;
