/// What the window says, in the language the person reads.
@NullMarked
package clipscope.language;

import org.jspecify.annotations.NullMarked;
