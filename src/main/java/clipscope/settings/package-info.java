/// What the person chose and the next start remembers.
@NullMarked
package clipscope.settings;

import org.jspecify.annotations.NullMarked;
