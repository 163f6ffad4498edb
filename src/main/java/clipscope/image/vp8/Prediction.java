package clipscope.image.vp8;

/// Guesses a block's samples from those above and to the left.
///
/// **Source:** RFC 6386, section 12; edges of the frame as in `src/dec/frame_dec.c` of libwebp.
final class Prediction {

    static final int DC = 0;
    static final int VERTICAL = 1;
    static final int HORIZONTAL = 2;
    static final int TRUE_MOTION = 3;

    /// The modes of sub-blocks that the modes of macroblocks count as.
    static final int SUB_DC = 0;

    static final int SUB_TRUE_MOTION = 1;
    static final int SUB_VERTICAL = 2;
    static final int SUB_HORIZONTAL = 3;

    private static final int MEAN_OF_TWO = 32;

    /// The modes from [#SUB_VERTICAL] on: for each sample, row by row, the place on the edge that it is the
    /// smoothed value of. The edge runs from the lower left, 1, by the corner, 5, to the upper right, 13.
    /// Smoothing is over three places, or, where [#MEAN_OF_TWO] is added, over two.
    private static final int[][] DIRECTIONS = {
        {6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9}, // vertical
        {4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1}, // horizontal
        {7, 8, 9, 10, 8, 9, 10, 11, 9, 10, 11, 12, 10, 11, 12, 13}, // left and down
        {5, 6, 7, 8, 4, 5, 6, 7, 3, 4, 5, 6, 2, 3, 4, 5}, // right and down
        {37, 38, 39, 40, 5, 6, 7, 8, 4, 37, 38, 39, 3, 5, 6, 7}, // vertical, to the right
        {38, 39, 40, 41, 7, 8, 9, 10, 39, 40, 41, 11, 8, 9, 10, 12}, // vertical, to the left
        {36, 5, 6, 7, 35, 4, 36, 5, 34, 3, 35, 4, 33, 2, 34, 3}, // horizontal, downwards
        {35, 3, 34, 2, 34, 2, 33, 1, 33, 1, 32, 32, 32, 32, 32, 32}, // horizontal, upwards
    };

    private Prediction() {}

    /// Fills a square of a macroblock.
    ///
    /// @param x of its first sample; 0 is the frame's left edge
    /// @param size 16 for luma, 8 for chroma
    static void square(Plane plane, int mode, int x, int y, int size) {
        if (mode == DC) {
            flat(plane, x, y, size);
            return;
        }
        int corner = plane.get(plane.at(x - 1, y - 1));
        for (int j = 0; j < size; j++) {
            int left = plane.get(plane.at(x - 1, y + j));
            for (int i = 0; i < size; i++) {
                int above = plane.get(plane.at(x + i, y - 1));
                plane.set(
                        plane.at(x + i, y + j),
                        switch (mode) {
                            case VERTICAL -> above;
                            case HORIZONTAL -> left;
                            default -> left + above - corner;
                        });
            }
        }
    }

    private static void flat(Plane plane, int x, int y, int size) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            sum += (y > 0 ? plane.get(plane.at(x + i, y - 1)) : 0) + (x > 0 ? plane.get(plane.at(x - 1, y + i)) : 0);
            count += (y > 0 ? 1 : 0) + (x > 0 ? 1 : 0);
        }
        int mean = count == 0 ? 128 : (sum + count / 2) / count;
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                plane.set(plane.at(x + i, y + j), mean);
            }
        }
    }

    /// Fills a block of 4 × 4.
    ///
    /// @param at the place of its first sample
    /// @param edge 15 places, of which those to the upper right, 10 to 14, are given; the others are filled
    ///     in
    static void subBlock(Plane plane, int mode, int at, int[] edge) {
        int stride = plane.stride();
        for (int i = 0; i < 4; i++) {
            edge[1 + i] = plane.get(at + (3 - i) * stride - 1);
            edge[6 + i] = plane.get(at - stride + i);
        }
        edge[0] = edge[1];
        edge[5] = plane.get(at - stride - 1);
        edge[14] = edge[13];
        for (int i = 0; i < 16; i++) {
            int value = switch (mode) {
                case SUB_DC -> mean(edge);
                case SUB_TRUE_MOTION -> edge[4 - i / 4] + edge[6 + i % 4] - edge[5];
                default -> smooth(edge, DIRECTIONS[mode - SUB_VERTICAL][i]);
            };
            plane.set(at + i / 4 * stride + i % 4, value);
        }
    }

    private static int mean(int[] edge) {
        int sum = 4;
        for (int i = 0; i < 4; i++) {
            sum += edge[1 + i] + edge[6 + i];
        }
        return sum >> 3;
    }

    private static int smooth(int[] edge, int place) {
        if (place >= MEAN_OF_TWO) {
            int first = place - MEAN_OF_TWO;
            return (edge[first] + edge[first + 1] + 1) >> 1;
        }
        return (edge[place - 1] + 2 * edge[place] + edge[place + 1] + 2) >> 2;
    }
}
