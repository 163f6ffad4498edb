/// The commands: the same use cases without a window.
@NullMarked
package clipscope.cli;

import org.jspecify.annotations.NullMarked;
