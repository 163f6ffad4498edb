/// What can go wrong, as facts and as words.
@NullMarked
package clipscope.problem;

import org.jspecify.annotations.NullMarked;
