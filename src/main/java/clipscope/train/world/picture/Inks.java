package clipscope.train.world.picture;

import java.util.random.RandomGenerator;

/// Colours that can be told from what is behind them.
final class Inks {

    private static final int LEAST = 90; // levels of lightness, of 255

    private Inks() {}

    /// {@return a colour, 0xrrggbb, much lighter or darker than another}
    static int against(int ground, RandomGenerator random) {
        int light = lightness(ground);
        if (random.nextInt(3) == 0) {
            return light < 128 ? 0xffffff : 0;
        }
        int ink = random.nextInt(0x1000000);
        for (int tries = 0; tries < 20 && Math.abs(lightness(ink) - light) < LEAST; tries++) {
            ink = random.nextInt(0x1000000);
        }
        return Math.abs(lightness(ink) - light) < LEAST ? (light < 128 ? 0xffffff : 0) : ink;
    }

    private static int lightness(int rgb) {
        return (77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255)) >> 8;
    }
}
