/// How fast a model is on this machine, and how fast it could be.
@NullMarked
package clipscope.bench;

import org.jspecify.annotations.NullMarked;
