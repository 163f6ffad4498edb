package clipscope.image.vp8;

/// From coefficients back to samples.
///
/// **Source:** RFC 6386, section 14; integers as in `src/dsp/dec.c` of libwebp.
final class Transform {

    private Transform() {}

    /// Spreads the second-order block of luma over the first coefficients of its 16 blocks.
    static void second(int[] in, int[] blocks) {
        int[] t = new int[16];
        for (int i = 0; i < 4; i++) {
            int a = in[i] + in[12 + i];
            int b = in[4 + i] + in[8 + i];
            int c = in[4 + i] - in[8 + i];
            int d = in[i] - in[12 + i];
            t[i] = a + b;
            t[4 + i] = d + c;
            t[8 + i] = a - b;
            t[12 + i] = d - c;
        }
        for (int i = 0; i < 4; i++) {
            int dc = t[4 * i] + 3;
            int a = dc + t[4 * i + 3];
            int b = t[4 * i + 1] + t[4 * i + 2];
            int c = t[4 * i + 1] - t[4 * i + 2];
            int d = dc - t[4 * i + 3];
            blocks[64 * i] = (a + b) >> 3;
            blocks[64 * i + 16] = (d + c) >> 3;
            blocks[64 * i + 32] = (a - b) >> 3;
            blocks[64 * i + 48] = (d - c) >> 3;
        }
    }

    /// Adds a block's inverse cosine transform to the prediction.
    ///
    /// @param from where its 16 coefficients begin
    /// @param at the place of its first sample
    static void add(int[] coefficients, int from, Plane plane, int at) {
        int[] t = new int[16];
        for (int i = 0; i < 4; i++) {
            int a = coefficients[from + i] + coefficients[from + 8 + i];
            int b = coefficients[from + i] - coefficients[from + 8 + i];
            int c = sine(coefficients[from + 4 + i]) - cosine(coefficients[from + 12 + i]);
            int d = cosine(coefficients[from + 4 + i]) + sine(coefficients[from + 12 + i]);
            t[4 * i] = a + d;
            t[4 * i + 1] = b + c;
            t[4 * i + 2] = b - c;
            t[4 * i + 3] = a - d;
        }
        for (int y = 0; y < 4; y++) {
            int dc = t[y] + 4;
            int a = dc + t[8 + y];
            int b = dc - t[8 + y];
            int c = sine(t[4 + y]) - cosine(t[12 + y]);
            int d = cosine(t[4 + y]) + sine(t[12 + y]);
            int row = at + y * plane.stride();
            plane.set(row, plane.get(row) + ((a + d) >> 3));
            plane.set(row + 1, plane.get(row + 1) + ((b + c) >> 3));
            plane.set(row + 2, plane.get(row + 2) + ((b - c) >> 3));
            plane.set(row + 3, plane.get(row + 3) + ((a - d) >> 3));
        }
    }

    private static int cosine(int value) {
        return ((value * 20091) >> 16) + value; // sqrt(2) cos(π/8) - 1, in 1/65536
    }

    private static int sine(int value) {
        return (value * 35468) >> 16; // sqrt(2) sin(π/8), in 1/65536
    }
}
