/// Labels of a session: their prompts encoded, and compared with the images.
@NullMarked
package clipscope.session.compare;

import org.jspecify.annotations.NullMarked;
