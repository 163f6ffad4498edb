/// The session as a thing to save, open and go on with.
@NullMarked
package clipscope.ui.shell.session;

import org.jspecify.annotations.NullMarked;
