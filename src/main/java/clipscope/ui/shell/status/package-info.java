/// The line below: counts, what is going on, what could not be read.
@NullMarked
package clipscope.ui.shell.status;

import org.jspecify.annotations.NullMarked;
