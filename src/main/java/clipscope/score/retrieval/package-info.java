/// How well images and captions find each other.
@NullMarked
package clipscope.score.retrieval;

import org.jspecify.annotations.NullMarked;
