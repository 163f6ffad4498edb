package clipscope.clip.pixels;

/// What each pixel of the result takes from which pixels of the source, along one axis.
///
/// **Shape:** `count` runs of weights, one after the other; run i starts at `offset(i)`.
///
/// **Unit:** weights are fixed-point numbers with [#FRACTION_BITS] bits after the point.
///
/// **Thread:** Immutable.
///
/// **Source:** `precompute_coeffs` and `normalize_coeffs_8bpc` in `src/libImaging/Resample.c` of Pillow.
final class AxisWeights {

    static final int FRACTION_BITS = 32 - 8 - 2; // Pillow's PRECISION_BITS

    private final int[] firstTap;
    private final int[] offset;
    private final int[] weights;

    private AxisWeights(int[] firstTap, int[] offset, int[] weights) {
        this.firstTap = firstTap;
        this.offset = offset;
        this.weights = weights;
    }

    /// {@return the weights of a stretch of the result}
    ///
    /// @param from the first pixel of the result that is wanted
    /// @param count how many are wanted
    static AxisWeights of(Resample filter, int sourceSize, long resultSize, long from, int count) {
        double scale = (double) sourceSize / resultSize;
        double filterScale = Math.max(scale, 1);
        double support = filter.support() * filterScale;
        int[] firstTap = new int[count];
        int[] offset = new int[count + 1];
        for (int i = 0; i < count; i++) {
            double centre = (from + i + 0.5) * scale;
            firstTap[i] = Math.max(0, (int) (centre - support + 0.5));
            offset[i + 1] = offset[i] + Math.min(sourceSize, (int) (centre + support + 0.5)) - firstTap[i];
        }
        int[] weights = new int[offset[count]];
        for (int i = 0; i < count; i++) {
            double start = firstTap[i] - (from + i + 0.5) * scale + 0.5;
            fill(filter, start, 1 / filterScale, weights, offset[i], offset[i + 1]);
        }
        return new AxisWeights(firstTap, offset, weights);
    }

    private static void fill(Resample filter, double start, double step, int[] weights, int from, int to) {
        double[] exact = new double[to - from];
        double sum = 0;
        for (int t = 0; t < exact.length; t++) {
            exact[t] = filter.weight((t + start) * step);
            sum += exact[t];
        }
        for (int t = 0; t < exact.length; t++) {
            double share = sum == 0 ? exact[t] : exact[t] / sum;
            double fixed = share * (1 << FRACTION_BITS);
            weights[from + t] = (int) (fixed < 0 ? fixed - 0.5 : fixed + 0.5);
        }
    }

    int count() {
        return firstTap.length;
    }

    /// {@return the first source pixel that the i-th pixel takes from}
    int firstTap(int i) {
        return firstTap[i];
    }

    /// {@return how many source pixels the i-th pixel takes from}
    int taps(int i) {
        return offset[i + 1] - offset[i];
    }

    /// {@return where in [#weights()] the weights of the i-th pixel begin}
    int offset(int i) {
        return offset[i];
    }

    /// {@return all weights; shared, not to be written to}
    int[] weights() {
        return weights;
    }

    /// {@return the first source pixel that any pixel takes from}
    int firstSource() {
        return firstTap[0];
    }

    /// {@return one past the last source pixel that any pixel takes from}
    int endOfSource() {
        int last = count() - 1;
        return firstTap[last] + taps(last);
    }
}
