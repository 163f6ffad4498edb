/// The model in use, as a badge that opens another.
@NullMarked
package clipscope.ui.shell.model;

import org.jspecify.annotations.NullMarked;
