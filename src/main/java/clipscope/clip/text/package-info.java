/// From text to tokens.
@NullMarked
package clipscope.clip.text;

import org.jspecify.annotations.NullMarked;
