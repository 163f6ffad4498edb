/// Pictographs from vector files: restyled, drawn, kept as small pictures.
@NullMarked
package clipscope.train.world.art;

import org.jspecify.annotations.NullMarked;
