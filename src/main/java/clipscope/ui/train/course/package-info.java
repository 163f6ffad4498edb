/// How a training goes: its numbers, curves and similarities, and how it ended.
@NullMarked
package clipscope.ui.train.course;

import org.jspecify.annotations.NullMarked;
