package clipscope.score.duel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How alike two models put the images in order for one prompt, whatever their numbers are: cosines of two
/// models cannot be compared, their orders can.
///
/// **Source:** Spearman 1904, "The Proof and Measurement of Association between Two Things"; ties as
/// `scipy.stats.spearmanr` has them.
public final class RankCorrelation {

    private RankCorrelation() {}

    /// Pearson's correlation of the ranks; equal values share the mean of their ranks.
    ///
    /// @param b as long as `a`
    /// @return in [-1, 1]; empty for fewer than two values, or where all of one side are equal: such a side
    ///     has no order
    public static OptionalDouble spearman(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("%d values and %d".formatted(a.length, b.length));
        }
        double[] x = ranks(a);
        double[] y = ranks(b);
        double mean = (a.length + 1) / 2.0; // of all ranks, with ties too
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xx == 0 || yy == 0 ? OptionalDouble.empty() : OptionalDouble.of(xy / Math.sqrt(xx * yy));
    }

    /// {@return the place of each value in the order from the least, from 1; equal ones have their mean}
    static double[] ranks(float[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double shared = (from + 1 + to) / 2.0;
            Arrays.stream(order, from, to).forEach(i -> ranks[i] = shared);
            from = to;
        }
        return ranks;
    }
}
