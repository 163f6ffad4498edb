/// Lists of templates: ours, those that people bring, and what a person makes of them.
@NullMarked
package clipscope.prompt.template;

import org.jspecify.annotations.NullMarked;
