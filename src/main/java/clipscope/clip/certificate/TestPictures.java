package clipscope.clip.certificate;

import clipscope.image.PixelImage;
import java.util.List;

/// The pictures of the self-test, drawn by formulas so that they are the same everywhere. One is wide and one
/// is tall, so that resizing and cropping take part.
final class TestPictures {

    private TestPictures() {}

    static List<PixelImage> all() {
        return List.of(
                draw(320, 240, (x, y) -> rgb(x * 255 / 319, y * 255 / 239, 128)),
                draw(200, 300, (x, y) -> (x / 20 + y / 20) % 2 == 0 ? rgb(230, 40, 30) : rgb(250, 250, 240)),
                draw(256, 256, (x, y) -> Math.hypot(x - 128, y - 128) < 90 ? rgb(20, 60, 200) : rgb(255, 255, 255)),
                draw(64, 64, (x, y) -> rgb(y * 4, y * 4, y * 4)));
    }

    /// A colour for each pixel.
    @FunctionalInterface
    private interface Formula {

        int rgb(int x, int y);
    }

    private static PixelImage draw(int width, int height, Formula formula) {
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = formula.rgb(x, y);
                int at = 3 * (y * width + x);
                pixels[at] = (byte) (colour >> 16);
                pixels[at + 1] = (byte) (colour >> 8);
                pixels[at + 2] = (byte) colour;
            }
        }
        return PixelImage.adopt(width, height, pixels);
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
