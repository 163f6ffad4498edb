/// Every command by its name: type some of it, press Enter.
@NullMarked
package clipscope.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
