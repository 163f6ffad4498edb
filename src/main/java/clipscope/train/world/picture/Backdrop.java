package clipscope.train.world.picture;

import clipscope.train.drawing.Colour;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What is behind the things of a picture.
///
/// **Thread:** Immutable.
///
/// @param name of its colour, if it has one
/// @param kind how the two colours lie: 0 the first alone, 1 from one to the other, 2 stripes, 3
///     checks, 4 dots, 5 soft clouds
/// @param one the first colour, 0xrrggbb
/// @param two the second
record Backdrop(Optional<Colour> name, int kind, int one, int two, double angle, double period, double phase) {

    static Backdrop random(RandomGenerator random) {
        double dice = random.nextDouble();
        double angle = 2 * Math.PI * random.nextDouble();
        double period = 0.06 + 0.3 * random.nextDouble();
        double phase = 10 * random.nextDouble();
        if (dice < 0.35) {
            return new Backdrop(Optional.of(Colour.WHITE), 0, 0xffffff, 0xffffff, 0, 1, 0);
        }
        if (dice < 0.6) {
            return named(random);
        }
        int one = random.nextInt(0x1000000);
        int kind = dice < 0.72 ? 0 : 1 + random.nextInt(5);
        double near = random.nextDouble();
        int two = random.nextInt(2) == 0 ? mixed(one, random.nextInt(0x1000000), near) : random.nextInt(0x1000000);
        return new Backdrop(Optional.empty(), kind, one, two, angle, period, phase);
    }

    /// {@return one colour that has a name}
    static Backdrop named(RandomGenerator random) {
        List<Colour> colours = List.of(Colour.values());
        Colour colour = colours.get(random.nextInt(colours.size()));
        int shade = colour.shade(random).packed();
        return new Backdrop(Optional.of(colour), 0, shade, shade, 0, 1, 0);
    }

    private static int mixed(int one, int two, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = one >> shift & 255;
            int b = two >> shift & 255;
            mixed |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }

    void paint(Canvas canvas) {
        int side = canvas.side;
        double cos = Math.cos(angle) / side;
        double sin = Math.sin(angle) / side;
        double red = one >> 16 & 255;
        double green = one >> 8 & 255;
        double blue = one & 255;
        double toRed = (two >> 16 & 255) - red;
        double toGreen = (two >> 8 & 255) - green;
        double toBlue = (two & 255) - blue;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double share = kind == 0 ? 0 : share(x * cos + y * sin, y * cos - x * sin);
                canvas.set(y * side + x, red + share * toRed, green + share * toGreen, blue + share * toBlue);
            }
        }
    }

    /// {@return how much of the second colour there is at a place}
    private double share(double along, double across) {
        return switch (kind) {
            case 1 -> Math.clamp(0.5 + 0.5 * (along + phase / 10 - 0.5), 0.0, 1.0);
            case 2 -> soft(Math.sin(2 * Math.PI * along / period + phase));
            case 3 ->
                soft(Math.sin(2 * Math.PI * along / period + phase) * Math.sin(2 * Math.PI * across / period) * 2);
            case 4 ->
                soft(Math.sin(2 * Math.PI * along / period + phase) + Math.sin(2 * Math.PI * across / period) - 0.9);
            default -> {
                double wave = Math.sin(5 * along + phase) * Math.cos(7 * across - phase)
                        + 0.6 * Math.sin(13 * across + 3 * phase + 2 * Math.sin(9 * along));
                yield Math.clamp(0.5 + 0.4 * wave, 0.0, 1.0);
            }
        };
    }

    private static double soft(double wave) {
        return Math.clamp(0.5 + 2 * wave, 0.0, 1.0);
    }
}
