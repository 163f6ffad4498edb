/// Problems on the screen.
@NullMarked
package clipscope.ui.problem;

import org.jspecify.annotations.NullMarked;
