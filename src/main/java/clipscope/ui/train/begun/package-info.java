/// What is said before a training starts of one that was begun.
@NullMarked
package clipscope.ui.train.begun;

import org.jspecify.annotations.NullMarked;
