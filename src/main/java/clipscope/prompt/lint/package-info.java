/// What is likely to go wrong with labels and templates: each with its reason and a way out.
@NullMarked
package clipscope.prompt.lint;

import org.jspecify.annotations.NullMarked;
