package clipscope.image;

import java.util.Arrays;

/// A decoded picture: 8-bit red, green, blue, upright.
///
/// **Shape:** `(height, width, 3)`, row-major, interleaved, sRGB as stored (no colour management, as
/// Pillow's `convert("RGB")`).
///
/// **Thread:** Immutable.
public final class PixelImage {

    private final int width;
    private final int height;
    private final byte[] rgb;

    private PixelImage(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /// Takes the array as it is: the caller must not touch it again. Pictures are too large to copy for
    /// good manners.
    ///
    /// @throws IllegalArgumentException if a side is not positive or the array has another length than 3 ×
    ///     width ×
    /// height
    public static PixelImage adopt(int width, int height, byte[] rgb) {
        if (width <= 0 || height <= 0 || rgb.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
            throw new IllegalArgumentException("%d bytes for %d × %d".formatted(rgb.length, width, height));
        }
        return new PixelImage(width, height, rgb);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// {@return one channel of one pixel, 0 to 255}
    ///
    /// @param channel 0 red, 1 green, 2 blue
    public int at(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 0xff;
    }

    /// Copies a part of the bytes, in the order of the shape.
    public void copy(int from, byte[] target, int to, int length) {
        System.arraycopy(rgb, from, target, to, length);
    }

    /// {@return a copy of the bytes}
    public byte[] toBytes() {
        return rgb.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelImage that && width == that.width && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "PixelImage(%d × %d)".formatted(width, height);
    }
}
