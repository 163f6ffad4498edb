/// The world that the bundled model knows: pictographs, shapes and words, drawn as it learns.
@NullMarked
package clipscope.train.world;

import org.jspecify.annotations.NullMarked;
