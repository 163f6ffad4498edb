/// Pictures that the trainer draws itself: shapes in colours on backgrounds.
@NullMarked
package clipscope.train.drawing;

import org.jspecify.annotations.NullMarked;
