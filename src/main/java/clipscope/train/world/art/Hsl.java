package clipscope.train.world.art;

/// Colours as hue, saturation and lightness, each from 0 to 1.
final class Hsl {

    private Hsl() {}

    /// {@return the three of a colour 0xrrggbb}
    static double[] of(int rgb) {
        double red = (rgb >> 16 & 255) / 255.0;
        double green = (rgb >> 8 & 255) / 255.0;
        double blue = (rgb & 255) / 255.0;
        double most = Math.max(red, Math.max(green, blue));
        double least = Math.min(red, Math.min(green, blue));
        double range = most - least;
        double lightness = (most + least) / 2;
        if (range == 0) {
            return new double[] {0, 0, lightness};
        }
        double saturation = range / (1 - Math.abs(2 * lightness - 1));
        double sixth = most == red
                ? (green - blue) / range
                : most == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
        return new double[] {(sixth / 6 + 1) % 1, Math.min(1, saturation), lightness};
    }

    /// {@return the colour 0xrrggbb; the hue may go round more than once}
    static int rgb(double hue, double saturation, double lightness) {
        return channel(hue + 1 / 3.0, saturation, lightness) << 16
                | channel(hue, saturation, lightness) << 8
                | channel(hue - 1 / 3.0, saturation, lightness);
    }

    private static int channel(double turn, double saturation, double lightness) {
        double hue = turn - Math.floor(turn);
        double ramp = Math.clamp(2 - Math.abs(6 * hue - 2), 0.0, 1.0); // rises, stays, falls around a third of a turn
        double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
        return (int) Math.round(255 * Math.clamp(lightness + chroma * (ramp - 0.5), 0.0, 1.0));
    }
}
