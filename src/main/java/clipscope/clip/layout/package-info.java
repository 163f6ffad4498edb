/// What a model is, by the files it came in: one class for each layout, and one plan that all of them make.
@NullMarked
package clipscope.clip.layout;

import org.jspecify.annotations.NullMarked;
