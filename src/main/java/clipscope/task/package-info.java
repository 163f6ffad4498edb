/// Background work: one door, one outcome, progress and cancellation.
@NullMarked
package clipscope.task;

import org.jspecify.annotations.NullMarked;
