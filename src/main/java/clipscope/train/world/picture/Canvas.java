package clipscope.train.world.picture;

import clipscope.image.PixelImage;

/// A square picture in the making.
///
/// **Range:** colours from 0 to 255, kept as they come until [#image()] cuts them.
///
/// **Thread:** Confined to the thread that made it.
final class Canvas {

    final int side;
    final float[] values; // (side, side, 3)

    Canvas(int side) {
        this.side = side;
        this.values = new float[3 * side * side];
    }

    void set(int pixel, double red, double green, double blue) {
        values[3 * pixel] = (float) red;
        values[3 * pixel + 1] = (float) green;
        values[3 * pixel + 2] = (float) blue;
    }

    /// Lays a colour over a pixel.
    void mix(int pixel, int rgb, float share) {
        int at = 3 * pixel;
        values[at] += share * ((rgb >> 16 & 255) - values[at]);
        values[at + 1] += share * ((rgb >> 8 & 255) - values[at + 1]);
        values[at + 2] += share * ((rgb & 255) - values[at + 2]);
    }

    /// {@return the picture as it is}
    PixelImage image() {
        byte[] rgb = new byte[values.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(Math.clamp(values[i], 0f, 255f));
        }
        return PixelImage.adopt(side, side, rgb);
    }
}
