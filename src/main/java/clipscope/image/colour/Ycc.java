package clipscope.image.colour;

/// Luma and chroma to red, green and blue, in libjpeg's integer arithmetic.
///
/// **Source:** `build_ycc_rgb_table` in `jdcolor.c` of libjpeg.
public final class Ycc {

    private static final int BITS = 16; // SCALEBITS
    private static final int HALF = 1 << (BITS - 1);
    private static final int CENTRE = 128;

    private static final int[] CR_TO_RED = new int[256];
    private static final int[] CB_TO_BLUE = new int[256];
    private static final int[] CR_TO_GREEN = new int[256];
    private static final int[] CB_TO_GREEN = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int x = i - CENTRE;
            CR_TO_RED[i] = (fixed(1.402) * x + HALF) >> BITS; // ITU-R BT.601, as JFIF takes it
            CB_TO_BLUE[i] = (fixed(1.772) * x + HALF) >> BITS;
            CR_TO_GREEN[i] = -fixed(0.71414) * x;
            CB_TO_GREEN[i] = -fixed(0.34414) * x + HALF;
        }
    }

    private Ycc() {}

    private static int fixed(double factor) {
        return (int) (factor * (1 << BITS) + 0.5);
    }

    /// Converts the first three of each pixel's channels in place.
    ///
    /// @param channels how many a pixel has
    public static void toRgb(byte[] pixels, int channels) {
        for (int i = 0; i + 2 < pixels.length; i += channels) {
            int luma = pixels[i] & 0xff;
            int cb = pixels[i + 1] & 0xff;
            int cr = pixels[i + 2] & 0xff;
            pixels[i] = clip(luma + CR_TO_RED[cr]);
            pixels[i + 1] = clip(luma + ((CB_TO_GREEN[cb] + CR_TO_GREEN[cr]) >> BITS));
            pixels[i + 2] = clip(luma + CB_TO_BLUE[cb]);
        }
    }

    private static byte clip(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }
}
