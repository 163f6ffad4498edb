package clipscope.image.vp8;

/// The samples of a frame: luma, and chroma at half the width and height.
final class Frame {

    private static final int UPPER_RIGHT = 10; // the place on the edge of a sub-block

    private final Plane luma;
    private final Plane u;
    private final Plane v;
    private final int across;

    /// @param across macroblocks
    /// @param down macroblocks
    Frame(int across, int down) {
        this.across = across;
        this.luma = new Plane(16 * across, 16 * down);
        this.u = new Plane(8 * across, 8 * down);
        this.v = new Plane(8 * across, 8 * down);
    }

    Plane luma() {
        return luma;
    }

    Plane u() {
        return u;
    }

    Plane v() {
        return v;
    }

    /// Predicts a macroblock and adds its residual.
    ///
    /// @param x in macroblocks
    /// @param y in macroblocks
    void reconstruct(MacroBlock block, int x, int y) {
        if (block.subBlocks()) {
            subBlocks(block, x, y);
        } else {
            Prediction.square(luma, block.lumaMode(), 16 * x, 16 * y, 16);
            for (int i = 0; i < 16; i++) {
                add(block, i, luma, luma.at(16 * x + i % 4 * 4, 16 * y + i / 4 * 4));
            }
        }
        Prediction.square(u, block.chromaMode(), 8 * x, 8 * y, 8);
        Prediction.square(v, block.chromaMode(), 8 * x, 8 * y, 8);
        for (int i = 0; i < 4; i++) {
            int at = u.at(8 * x + i % 2 * 4, 8 * y + i / 2 * 4);
            add(block, 16 + i, u, at);
            add(block, 20 + i, v, at);
        }
    }

    private void subBlocks(MacroBlock block, int x, int y) {
        int[] edge = new int[15];
        for (int i = 0; i < 16; i++) {
            int at = luma.at(16 * x + i % 4 * 4, 16 * y + i / 4 * 4);
            upperRight(edge, at, i, x, y);
            Prediction.subBlock(luma, block.subMode(i), at, edge);
            add(block, i, luma, at);
        }
    }

    /// The samples to the upper right of the last column are those above the macroblock, in all of its rows:
    /// the ones beside it are not decoded yet. Beyond the frame's right edge the last one above is repeated.
    private void upperRight(int[] edge, int at, int block, int x, int y) {
        boolean last = block % 4 == 3;
        int from = last ? luma.at(16 * x + 16, 16 * y - 1) : at - luma.stride() + 4;
        boolean outside = last && x == across - 1;
        for (int i = 0; i < 4; i++) {
            edge[UPPER_RIGHT + i] = outside ? luma.get(luma.at(16 * x + 15, 16 * y - 1)) : luma.get(from + i);
        }
    }

    private static void add(MacroBlock block, int number, Plane plane, int at) {
        if (block.residual()) {
            Transform.add(block.coefficients(), 16 * number, plane, at);
        }
    }

    /// {@return the pixels: chroma in between is interpolated, nearer samples counting three times}
    ///
    /// **Source:** `src/dsp/upsampling.c` and `src/dsp/yuv.h` of libwebp.
    byte[] toRgb(int width, int height) {
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        int[] rowU = new int[width];
        int[] rowV = new int[width];
        int to = 0;
        for (int y = 0; y < height; y++) {
            interpolate(u, y, width, height, rowU);
            interpolate(v, y, width, height, rowV);
            for (int x = 0; x < width; x++) {
                int light = (luma.get(luma.at(x, y)) * 19077) >> 8; // ITU-R BT.601 in 1/16384, as libwebp has it
                rgb[to++] = clip(light + ((rowV[x] * 26149) >> 8) - 14234);
                rgb[to++] = clip(light - ((rowU[x] * 6419) >> 8) - ((rowV[x] * 13320) >> 8) + 8708);
                rgb[to++] = clip(light + ((rowU[x] * 33050) >> 8) - 17685);
            }
        }
        return rgb;
    }

    private static byte clip(int value) {
        return (byte) Math.clamp(value >> 6, 0, 255);
    }

    private static void interpolate(Plane plane, int y, int width, int height, int[] row) {
        int last = (height + 1) / 2 - 1;
        int near = plane.at(0, y / 2);
        int far = plane.at(0, Math.clamp(y % 2 == 0 ? y / 2 - 1 : y / 2 + 1, 0, last));
        row[0] = (3 * plane.get(near) + plane.get(far) + 2) >> 2;
        for (int x = 1; x <= (width - 1) / 2; x++) {
            int n0 = plane.get(near + x - 1);
            int n1 = plane.get(near + x);
            int f0 = plane.get(far + x - 1);
            int f1 = plane.get(far + x);
            int sum = n0 + n1 + f0 + f1 + 8;
            row[2 * x - 1] = (((sum + 2 * (n1 + f0)) >> 3) + n0) >> 1;
            row[2 * x] = (((sum + 2 * (n0 + f1)) >> 3) + n1) >> 1;
        }
        if (width % 2 == 0) {
            int end = width / 2 - 1;
            row[width - 1] = (3 * plane.get(near + end) + plane.get(far + end) + 2) >> 2;
        }
    }
}
