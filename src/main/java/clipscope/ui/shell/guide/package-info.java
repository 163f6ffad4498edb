/// Leads through an experiment with the pictures that come with the program.
@NullMarked
package clipscope.ui.shell.guide;

import org.jspecify.annotations.NullMarked;
