package clipscope.image.vp8;

import java.io.EOFException;

/// Reads the coefficients of blocks of 4 × 4.
///
/// **Thread:** Immutable.
///
/// **Source:** RFC 6386, section 13.
final class Probabilities {

    private static final int[] BAND = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0}; // one more, never used
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    private static final int[][] LARGE = { // categories 3 to 6
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129},
    };

    private final int[] values;

    private Probabilities(int[] values) {
        this.values = values;
    }

    static Probabilities read(BoolDecoder in) throws EOFException {
        int[] values = Tables.coefficients();
        for (int i = 0; i < values.length; i++) {
            if (in.bit(Tables.update(i))) {
                values[i] = in.literal(8);
            }
        }
        return new Probabilities(values);
    }

    /// Kinds of block, by their number in the tables.
    static final int LUMA_WITHOUT_DC = 0;

    static final int SECOND = 1;
    static final int CHROMA = 2;
    static final int LUMA = 3;

    /// Reads one block's coefficients, multiplied with their steps.
    ///
    /// @param kind of the block
    /// @param context how many of the blocks above and to the left have coefficients
    /// @param target 16 zeros from `at` on
    /// @return one past the last coefficient that is written down; the first place if there is none
    int read(BoolDecoder in, int kind, int context, int dc, int ac, int[] target, int at) throws EOFException {
        int n = kind == LUMA_WITHOUT_DC ? 1 : 0;
        int p = place(kind, n, context);
        while (n < 16) {
            if (!in.bit(values[p])) {
                return n;
            }
            while (!in.bit(values[p + 1])) {
                n++;
                if (n == 16) {
                    return 16;
                }
                p = place(kind, n, 0);
            }
            int level = in.bit(values[p + 2]) ? large(in, p) : 1;
            p = place(kind, n + 1, level == 1 ? 1 : 2);
            int step = n == 0 ? dc : ac;
            target[at + ZIGZAG[n]] = in.flag() ? -level * step : level * step;
            n++;
        }
        return 16;
    }

    private static int place(int kind, int n, int context) {
        return ((kind * Tables.BANDS + BAND[n]) * Tables.CONTEXTS + context) * Tables.NODES;
    }

    private int large(BoolDecoder in, int p) throws EOFException {
        if (!in.bit(values[p + 3])) {
            return in.bit(values[p + 4]) ? 3 + in.number(values[p + 5]) : 2;
        }
        if (!in.bit(values[p + 6])) {
            if (!in.bit(values[p + 7])) {
                return 5 + in.number(159);
            }
            int high = in.number(165);
            return 7 + 2 * high + in.number(145);
        }
        int high = in.number(values[p + 8]);
        int category = 2 * high + in.number(values[p + 9 + high]);
        int extra = 0;
        for (int chance : LARGE[category]) {
            extra = 2 * extra + in.number(chance);
        }
        return 3 + (8 << category) + extra;
    }
}
