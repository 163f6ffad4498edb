package clipscope.score.spread;

import clipscope.embedding.FloatMatrix;
import java.util.Arrays;

/// What share of a column lies below each of its numbers.
public final class Percentiles {

    private Percentiles() {}

    /// For each number, in percent, the share of its column that is less, and half the share that is equal,
    /// itself included: the middle of an odd number of different ones is 50.
    ///
    /// **Shape:** as the values.
    ///
    /// **Range:** (0, 100).
    ///
    /// **Source:** `scipy.stats.percentileofscore` with `kind="mean"`.
    public static FloatMatrix ofColumns(FloatMatrix values) {
        int rows = values.rows();
        int columns = values.columns();
        float[] percentiles = new float[rows * columns];
        long[] sorted = new long[rows];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                sorted[r] = (long) key(values.at(r, c)) << Integer.SIZE | r;
            }
            Arrays.sort(sorted);
            int from = 0;
            while (from < rows) {
                int to = from + 1;
                while (to < rows && sorted[to] >> Integer.SIZE == sorted[from] >> Integer.SIZE) {
                    to++;
                }
                for (int i = from; i < to; i++) {
                    percentiles[(int) sorted[i] * columns + c] = (float) (50.0 * (from + to) / rows);
                }
                from = to;
            }
        }
        return FloatMatrix.adopt(rows, columns, percentiles);
    }

    /// Bits that, read as a signed number, have the order of the values; those of the two zeros are the same.
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & 0x7fffffff);
    }
}
