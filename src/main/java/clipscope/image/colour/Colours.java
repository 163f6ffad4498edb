package clipscope.image.colour;

/// Other colour models to red, green and blue, as Pillow's `convert("RGB")` does it: by arithmetic, without
/// profiles.
public final class Colours {

    private Colours() {}

    /// {@return each level three times}
    public static byte[] grey(byte[] levels) {
        byte[] rgb = new byte[Math.multiplyExact(3, levels.length)];
        for (int i = 0; i < levels.length; i++) {
            rgb[3 * i] = levels[i];
            rgb[3 * i + 1] = levels[i];
            rgb[3 * i + 2] = levels[i];
        }
        return rgb;
    }

    /// {@return what cyan, magenta, yellow and black leave of the light}
    ///
    /// **Source:** `cmyk2rgb` in `src/libImaging/Convert.c` of Pillow.
    public static byte[] inks(byte[] cmyk) {
        byte[] rgb = new byte[cmyk.length / 4 * 3];
        for (int i = 0; i < cmyk.length / 4; i++) {
            int white = 255 - (cmyk[4 * i + 3] & 0xff);
            for (int ink = 0; ink < 3; ink++) {
                rgb[3 * i + ink] = (byte) Math.clamp(white - share(cmyk[4 * i + ink] & 0xff, white), 0, 255);
            }
        }
        return rgb;
    }

    /// {@return a × b / 255, rounded}
    private static int share(int a, int b) {
        int product = a * b + 128; // MULDIV255 in ImagingUtils.h of Pillow
        return ((product >> 8) + product) >> 8;
    }
}
