/// Pictures that an ImageIO reader decodes: PNG, GIF, BMP, TIFF and lossless WebP.
@NullMarked
package clipscope.image.raster;

import org.jspecify.annotations.NullMarked;
