package clipscope.ui.heatmap;

/// The viridis colours: equal steps in value look like equal steps in colour, in grey and to the
/// colour-blind too.
///
/// **Source:** every 17th of the 256 colours of `_viridis_data` in `lib/matplotlib/_cm_listed.py` of
/// matplotlib (CC0, by van der Walt, Smith and Firing), rounded to 8 bits; in between, straight lines, off by
/// two steps of 255 at most.
public final class ColorScale {

    private static final int[] POINTS = {
        0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e, 0x2a788e, 0x23888e,
        0x1f988b, 0x22a884, 0x35b779, 0x54c568, 0x7ad151, 0xa5db36, 0xd2e21b, 0xfde725
    };

    /// Below it white text has the higher contrast, above it black: both have the same, (L + .05)² = 1.05 ×
    /// .05, there.
    private static final double EQUAL_CONTRAST = 0.179; // WCAG 2.1, definition of contrast ratio

    private ColorScale() {}

    /// {@return the colour as 0xRRGGBB}
    ///
    /// @param fraction 0 for the lowest value to 1 for the highest; beyond, the colours of the ends
    public static int at(double fraction) {
        double place = Math.clamp(fraction, 0, 1) * (POINTS.length - 1);
        int left = Math.min((int) place, POINTS.length - 2);
        double weight = place - left;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = POINTS[left] >> shift & 0xff;
            int b = POINTS[left + 1] >> shift & 0xff;
            rgb |= (int) Math.round(a + weight * (b - a)) << shift;
        }
        return rgb;
    }

    /// {@return whether text on the colour is read better in white than in black}
    public static boolean wantsWhiteText(int rgb) {
        double luminance =
                0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
        return luminance < EQUAL_CONTRAST;
    }

    /// Undoes the gamma of sRGB (IEC 61966-2-1).
    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
