/// Training a model of one's own on one's own pictures and captions: from nothing, or from a model there is.
@NullMarked
package clipscope.train.own;

import org.jspecify.annotations.NullMarked;
