package clipscope.train.drawing;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// A colour by its name. Each covers a range: what people call red is more than one red.
public enum Colour {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE,
    PINK,
    BROWN,
    BLACK,
    WHITE,
    GREY;

    private static final int JITTER = 8;

    /// {@return the word for it}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return a shade of it: a mixture of two of its known ones, and a little more}
    public Rgb shade(RandomGenerator random) {
        List<Integer> shades = shades();
        Rgb one = Rgb.of(shades.get(random.nextInt(shades.size())));
        Rgb other = Rgb.of(shades.get(random.nextInt(shades.size())));
        Rgb mixed = one.mixedWith(other, random.nextDouble());
        return new Rgb(jitter(mixed.red(), random), jitter(mixed.green(), random), jitter(mixed.blue(), random));
    }

    /// The CSS colours that bear the name or a kindred one, and a few shades beside them.
    private List<Integer> shades() {
        return switch (this) {
            case RED -> List.of(0xff0000, 0xdc143c, 0xd02020);
            case ORANGE -> List.of(0xffa500, 0xff7f00, 0xff8c20);
            case YELLOW -> List.of(0xffff00, 0xffd700, 0xf5e642);
            case GREEN -> List.of(0x00ff00, 0x008000, 0x32cd32, 0x2e8b57);
            case BLUE -> List.of(0x0000ff, 0x1e60d8, 0x4169e1, 0x1e90ff);
            case PURPLE -> List.of(0x800080, 0x8a2be2, 0x6a0dad, 0x9932cc);
            case PINK -> List.of(0xffc0cb, 0xff69b4, 0xff4fa0, 0xf78fb3);
            case BROWN -> List.of(0x8b4513, 0xa0522d, 0x654321, 0x964b00);
            case BLACK -> List.of(0x000000, 0x1a1a1a);
            case WHITE -> List.of(0xffffff, 0xf4f4f4);
            case GREY -> List.of(0x808080, 0xa9a9a9, 0x696969, 0xb0b0b0);
        };
    }

    private static float jitter(float value, RandomGenerator random) {
        return Math.clamp(value + random.nextInt(-JITTER, JITTER + 1), 0f, 255f);
    }
}
