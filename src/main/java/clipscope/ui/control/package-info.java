/// Controls that more than one workspace uses.
@NullMarked
package clipscope.ui.control;

import org.jspecify.annotations.NullMarked;
