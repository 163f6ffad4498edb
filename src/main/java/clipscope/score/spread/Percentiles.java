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
        float[] column = new float[rows];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                column[r] = values.at(r, c);
            }
            float[] sorted = column.clone();
            Arrays.sort(sorted);
            for (int r = 0; r < rows; r++) {
                percentiles[r * columns + c] = (float) of(column[r], sorted);
            }
        }
        return FloatMatrix.adopt(rows, columns, percentiles);
    }

    private static double of(float value, float[] sorted) {
        int less = firstNotLess(sorted, value);
        int notGreater = firstNotLess(sorted, Math.nextUp(value));
        return 50.0 * (less + notGreater) / sorted.length;
    }

    private static int firstNotLess(float[] sorted, float value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
