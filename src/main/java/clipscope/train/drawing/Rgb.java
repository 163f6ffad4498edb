package clipscope.train.drawing;

/// A colour as numbers.
///
/// **Range:** [0, 255] for each.
///
/// **Thread:** Immutable.
public record Rgb(float red, float green, float blue) {

    /// {@return the colour of the form 0xRRGGBB}
    public static Rgb of(int hex) {
        return new Rgb(hex >> 16 & 0xff, hex >> 8 & 0xff, hex & 0xff);
    }

    /// {@return this colour with a share of another in it}
    ///
    /// @param share 0 gives this one, 1 the other
    Rgb mixedWith(Rgb other, double share) {
        float s = (float) share;
        return new Rgb(red + s * (other.red - red), green + s * (other.green - green), blue + s * (other.blue - blue));
    }

    /// {@return how far two colours are apart: 0 for the same, 442 for black and white}
    double distance(Rgb other) {
        double r = red - other.red;
        double g = green - other.green;
        double b = blue - other.blue;
        return Math.sqrt(r * r + g * g + b * b);
    }

    /// {@return it as 0xrrggbb}
    public int packed() {
        return Math.round(red) << 16 | Math.round(green) << 8 | Math.round(blue);
    }
}
