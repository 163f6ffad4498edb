package clipscope.train.world.picture;

import clipscope.train.world.art.Sprites;
import java.util.random.RandomGenerator;

/// Changes the colours of one sprite. Its pixels hold alpha, red, green and blue, the colours times
/// alpha.
final class Treatment {

    private static final int SIDE = Sprites.SIDE;

    private Treatment() {}

    /// Turns the hue and changes saturation, contrast and lightness, each a little.
    static void jitter(int[] pixels, RandomGenerator random, double strength) {
        double turn = 2 * Math.PI * strength * 0.12 * (random.nextDouble() - 0.5);
        double saturation = 1 + strength * (random.nextDouble() - 0.6);
        double contrast = 1 + strength * 0.6 * (random.nextDouble() - 0.5);
        double lift = strength * 80 * (random.nextDouble() - 0.5);
        double cos = Math.cos(turn) * saturation;
        double sin = Math.sin(turn) * saturation / Math.sqrt(3);
        // a turn around the grey axis: grey + cos × (colour − grey) + sin × (grey axis × colour)
        double own = 1 / 3.0 + cos * 2 / 3;
        double next = 1 / 3.0 - cos / 3 - sin;
        double last = 1 / 3.0 - cos / 3 + sin;
        double offset = 128 * (1 - contrast) + lift;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            if (pixel != 0) {
                int alpha = pixel >>> 24;
                int red = pixel >> 16 & 255;
                int green = pixel >> 8 & 255;
                int blue = pixel & 255;
                double base = offset * alpha / 255;
                pixels[i] = pack(
                        alpha,
                        base + contrast * (own * red + next * green + last * blue),
                        base + contrast * (last * red + own * green + next * blue),
                        base + contrast * (next * red + last * green + own * blue));
            }
        }
    }

    static void grey(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int grey = luminance(pixels[i]);
            pixels[i] = (pixels[i] & 0xff000000) | grey << 16 | grey << 8 | grey;
        }
    }

    /// One colour wherever something is.
    static void silhouette(int[] pixels, int rgb) {
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            pixels[i] = pack(
                    alpha,
                    alpha * (rgb >> 16 & 255) / 255.0,
                    alpha * (rgb >> 8 & 255) / 255.0,
                    alpha * (rgb & 255) / 255.0);
        }
    }

    /// Two colours: one for what is dark, the other, or nothing, for what is light.
    static void twoTone(int[] pixels, int dark, int light, boolean open, double limit) {
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            if (alpha == 0) {
                continue;
            }
            double bright = 255.0 * luminance(pixels[i]) / alpha;
            double share = Math.clamp(0.5 + (limit - bright) / 40, 0.0, 1.0); // of the dark one
            double shown = open ? share * alpha : alpha;
            double lightShare = open ? 0 : 1 - share;
            pixels[i] = pack(
                    (int) shown,
                    alpha * (share * (dark >> 16 & 255) + lightShare * (light >> 16 & 255)) / 255,
                    alpha * (share * (dark >> 8 & 255) + lightShare * (light >> 8 & 255)) / 255,
                    alpha * (share * (dark & 255) + lightShare * (light & 255)) / 255);
        }
    }

    /// Lines where colours change.
    static int[] edges(int[] pixels, int ink, double gain, int reach) {
        int[] lines = new int[pixels.length];
        for (int y = reach; y < SIDE - reach; y++) {
            for (int x = reach; x < SIDE - reach; x++) {
                int at = y * SIDE + x;
                int change = change(pixels[at - reach], pixels[at + reach])
                        + change(pixels[at - reach * SIDE], pixels[at + reach * SIDE]);
                double alpha = Math.clamp(gain * change - 40, 0.0, 255.0);
                lines[at] = pack(
                        (int) alpha,
                        alpha * (ink >> 16 & 255) / 255,
                        alpha * (ink >> 8 & 255) / 255,
                        alpha * (ink & 255) / 255);
            }
        }
        return lines;
    }

    private static int change(int one, int other) {
        return (Math.abs((one >>> 24) - (other >>> 24)) * 2
                        + Math.abs((one >> 16 & 255) - (other >> 16 & 255))
                        + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
                        + Math.abs((one & 255) - (other & 255)))
                / 3;
    }

    private static int luminance(int pixel) {
        return (77 * (pixel >> 16 & 255) + 150 * (pixel >> 8 & 255) + 29 * (pixel & 255)) >> 8;
    }

    private static int pack(int alpha, double red, double green, double blue) {
        return alpha << 24
                | (int) Math.clamp(red, 0.0, alpha) << 16
                | (int) Math.clamp(green, 0.0, alpha) << 8
                | (int) Math.clamp(blue, 0.0, alpha);
    }
}
