package clipscope.image.vp8;

import java.util.Arrays;

/// Luma or one chroma of a frame, in whole macroblocks, with the border that prediction looks at: 127 above,
/// 129 to the left.
///
/// **Source:** RFC 6386, section 12.2.
final class Plane {

    private static final byte ABOVE = 127;
    private static final byte LEFT = (byte) 129;

    private final byte[] samples;
    private final int stride;

    Plane(int width, int height) {
        stride = width + 1;
        samples = new byte[Math.multiplyExact(stride, height + 1)];
        Arrays.fill(samples, 0, stride, ABOVE);
        for (int y = 0; y < height; y++) {
            samples[at(-1, y)] = LEFT;
        }
    }

    int stride() {
        return stride;
    }

    /// {@return the place of a sample; -1 is the border}
    int at(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    int get(int at) {
        return samples[at] & 0xff;
    }

    /// Writes a value, clipped to 0 to 255.
    void set(int at, int value) {
        samples[at] = (byte) Math.clamp(value, 0, 255);
    }
}
