/// What a training is to learn from, and how: the pictures, the start, the method, the name.
@NullMarked
package clipscope.ui.train.form;

import org.jspecify.annotations.NullMarked;
