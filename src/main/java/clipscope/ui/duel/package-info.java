/// The Duel workspace: two models side by side.
@NullMarked
package clipscope.ui.duel;

import org.jspecify.annotations.NullMarked;
