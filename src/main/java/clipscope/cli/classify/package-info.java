/// `clipscope classify`.
@NullMarked
package clipscope.cli.classify;

import org.jspecify.annotations.NullMarked;
