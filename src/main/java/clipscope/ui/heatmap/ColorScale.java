package clipscope.ui.heatmap;

import clipscope.language.Texts;

/// From a place between the lowest and the highest value to a colour.
///
/// **Source:** viridis, magma and cividis: every 17th of the 256 colours in `lib/matplotlib/_cm_listed.py` of
/// matplotlib (CC0), rounded to 8 bits; in between straight lines, off by 7, 3 and 10 steps of 255 at most.
/// The diverging one: the eleven colours of RdBu by Cynthia Brewer (colorbrewer2.org), blue for low.
public enum ColorScale {
    /// Equal steps in value look like equal steps in colour, in grey and to the colour-blind too.
    VIRIDIS(
            "scale.viridis",
            0x440154,
            0x481a6c,
            0x472f7d,
            0x414487,
            0x39568c,
            0x31688e,
            0x2a788e,
            0x23888e,
            0x1f988b,
            0x22a884,
            0x35b779,
            0x54c568,
            0x7ad151,
            0xa5db36,
            0xd2e21b,
            0xfde725),

    /// The same from black to a pale yellow.
    MAGMA(
            "scale.magma",
            0x000004,
            0x0b0924,
            0x20114b,
            0x3b0f70,
            0x57157e,
            0x721f81,
            0x8c2981,
            0xa8327d,
            0xc43c75,
            0xde4968,
            0xf1605d,
            0xfa7f5e,
            0xfe9f6d,
            0xfebf84,
            0xfddea0,
            0xfcfdbf),

    /// Looks the same to those who see red and green alike.
    CIVIDIS(
            "scale.cividis",
            0x00224e,
            0x002e6c,
            0x1e3a6f,
            0x35456c,
            0x47516c,
            0x575d6d,
            0x666970,
            0x757575,
            0x848279,
            0x948e77,
            0xa59c74,
            0xb7a96e,
            0xc8b866,
            0xdbc75a,
            0xeed649,
            0xfee838),

    /// Blue below the middle of the range, red above it.
    DIVERGING(
            "scale.diverging",
            0x053061,
            0x2166ac,
            0x4393c3,
            0x92c5de,
            0xd1e5f0,
            0xf7f7f7,
            0xfddbc7,
            0xf4a582,
            0xd6604d,
            0xb2182b,
            0x67001f);

    private static final Texts TEXTS = Texts.beside(ColorScale.class);

    /// Below it white text has the higher contrast, above it black: both have the same, (L + .05)² = 1.05 ×
    /// .05, there.
    private static final double EQUAL_CONTRAST = 0.179; // WCAG 2.1, definition of contrast ratio

    private static final int STEPS = 1_020; // so that each 255th is met exactly

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
    private final int[] colors = new int[STEPS + 1];

    ColorScale(String key, int... points) {
        this.key = key;
        for (int i = 0; i <= STEPS; i++) {
            colors[i] = between(points, (double) i / STEPS);
        }
    }

    /// {@return the name in a menu}
    public String title() {
        return TEXTS.get(key);
    }

    /// {@return the colour as 0xRRGGBB}
    ///
    /// @param fraction 0 for the lowest value to 1 for the highest; beyond, the colours of the ends
    public int at(double fraction) {
        return colors[(int) (Math.clamp(fraction, 0, 1) * STEPS + 0.5)];
    }

    private static int between(int[] points, double fraction) {
        double place = fraction * (points.length - 1);
        int left = Math.min((int) place, points.length - 2);
        double weight = place - left;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = points[left] >> shift & 0xff;
            int b = points[left + 1] >> shift & 0xff;
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
