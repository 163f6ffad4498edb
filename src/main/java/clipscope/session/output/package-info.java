/// Results to give to others: a script that computes them again, a report that shows them.
@NullMarked
package clipscope.session.output;

import org.jspecify.annotations.NullMarked;
