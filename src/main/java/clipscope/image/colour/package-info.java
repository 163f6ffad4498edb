/// Other colour models to red, green and blue, as Pillow makes them.
@NullMarked
package clipscope.image.colour;

import org.jspecify.annotations.NullMarked;
