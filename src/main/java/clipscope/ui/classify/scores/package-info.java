/// How the scores in Classify are read: mode, temperature, none of these.
@NullMarked
package clipscope.ui.classify.scores;

import org.jspecify.annotations.NullMarked;
