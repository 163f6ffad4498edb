package clipscope.train.data;

import clipscope.image.PixelImage;

/// Parts of pictures.
public final class Regions {

    private Regions() {}

    /// {@return a rectangle of a picture}
    ///
    /// **Unit:** pixels.
    public static PixelImage cut(PixelImage picture, int left, int top, int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            picture.copy(3 * ((top + y) * picture.width() + left), rgb, 3 * y * width, 3 * width);
        }
        return PixelImage.adopt(width, height, rgb);
    }

    /// {@return the middle of a picture whose longer side is more than so many times the shorter one; any
    /// other as it is}
    static PixelImage middle(PixelImage picture, int times) {
        int longest = Math.multiplyExact(times, Math.min(picture.width(), picture.height()));
        int width = Math.min(picture.width(), longest);
        int height = Math.min(picture.height(), longest);
        return width == picture.width() && height == picture.height()
                ? picture
                : cut(picture, (picture.width() - width) / 2, (picture.height() - height) / 2, width, height);
    }
}
