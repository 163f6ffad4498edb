/// The course of a training: steps, schedule, checkpoints, whatever it is that is learned from.
@NullMarked
package clipscope.train.run;

import org.jspecify.annotations.NullMarked;
