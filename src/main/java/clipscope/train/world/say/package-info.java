/// Sentences about pictures of pictographs and words, and whether one is true of a picture.
@NullMarked
package clipscope.train.world.say;

import org.jspecify.annotations.NullMarked;
