/// A session with all its background work, as a window or a command uses it.
@NullMarked
package clipscope.session.desk;

import org.jspecify.annotations.NullMarked;
