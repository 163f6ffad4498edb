/// The page of settings.
@NullMarked
package clipscope.ui.settings;

import org.jspecify.annotations.NullMarked;
