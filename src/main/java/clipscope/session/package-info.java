/// What the person is working on, what undo brings back, and what has just changed.
@NullMarked
package clipscope.session;

import org.jspecify.annotations.NullMarked;
