/// What templates are worth: alone, together, one left out.
@NullMarked
package clipscope.score.ensemble;

import org.jspecify.annotations.NullMarked;
