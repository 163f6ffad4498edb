/// Pictures put together from pictographs, words and backgrounds, and what is in them.
@NullMarked
package clipscope.train.world.picture;

import org.jspecify.annotations.NullMarked;
