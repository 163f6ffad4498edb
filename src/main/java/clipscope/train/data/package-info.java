/// A person's own pictures and captions, as a training takes them.
@NullMarked
package clipscope.train.data;

import org.jspecify.annotations.NullMarked;
