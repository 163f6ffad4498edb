package clipscope.bench;

import clipscope.image.PixelImage;
import java.util.Random;

/// A picture with what makes photographs slow to decode: soft colours, edges and noise.
final class PhotoLike {

    private static final long SEED = 42;

    private PhotoLike() {}

    static PixelImage draw(int width, int height) {
        Random random = new Random(SEED);
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double wave = 60 * Math.sin(x / 37.0) * Math.cos(y / 53.0);
                int edge = (x / 160 + y / 120) % 2 * 40;
                int noise = random.nextInt(16);
                int at = 3 * (y * width + x);
                rgb[at] = (byte) Math.clamp(Math.round(110 + wave + edge + noise), 0, 255);
                rgb[at + 1] = (byte) Math.clamp(Math.round(90 + wave / 2 + noise + 60.0 * x / width), 0, 255);
                rgb[at + 2] = (byte) Math.clamp(Math.round(120 - wave + noise + 40.0 * y / height), 0, 255);
            }
        }
        return PixelImage.adopt(width, height, rgb);
    }
}
