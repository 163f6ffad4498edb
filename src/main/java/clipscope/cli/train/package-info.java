/// `clipscope train`.
@NullMarked
package clipscope.cli.train;

import org.jspecify.annotations.NullMarked;
