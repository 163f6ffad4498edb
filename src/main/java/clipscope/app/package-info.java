/// Start of the program, and the one place where everything is built.
@NullMarked
package clipscope.app;

import org.jspecify.annotations.NullMarked;
