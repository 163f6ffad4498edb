/// The window: navigation, status, tasks, dropping and pasting.
@NullMarked
package clipscope.ui.shell;

import org.jspecify.annotations.NullMarked;
