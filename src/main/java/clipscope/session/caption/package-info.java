/// Captions of images, as people keep them in files.
@NullMarked
package clipscope.session.caption;

import org.jspecify.annotations.NullMarked;
