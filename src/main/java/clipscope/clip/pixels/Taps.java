package clipscope.clip.pixels;

/// Which source pixels make each pixel of a resized axis, and with what weight.
///
/// **Unit:** weights in units of 2^-22, rounded half away from zero.
///
/// **Thread:** Confined to the caller.
///
/// **Source:** Pillow 9.4, `src/libImaging/Resample.c`: `precompute_coeffs`, `normalize_coeffs_8bpc`.
final class Taps {

    static final int PRECISION_BITS = 22; // 32 bits, less 8 of the value and 2 for sign and overshoot

    private final int[] from;
    private final int[] count;
    private final int[] weights;
    private final int stride;

    /// @param sourceSize length of the source axis
    /// @param window the pixels of the target axis that are wanted; those outside have no taps
    Taps(int sourceSize, Window window, Resample filter) {
        double scale = (double) sourceSize / window.size();
        double filterScale = Math.max(scale, 1);
        double support = filter.support() * filterScale;
        // no axis has more taps than it has pixels
        stride = (int) Math.min(Math.ceil(support) * 2 + 1, sourceSize);
        from = new int[window.count()];
        count = new int[window.count()];
        weights = new int[Math.multiplyExact(window.count(), stride)];
        double[] exact = new double[stride];
        for (int i = window.begin(); i < window.end(); i++) {
            double centre = (window.first() + i + 0.5) * scale;
            from[i] = Math.max(0, (int) (centre - support + 0.5));
            count[i] = Math.min(sourceSize, (int) (centre + support + 0.5)) - from[i];
            double sum = 0;
            for (int t = 0; t < count[i]; t++) {
                exact[t] = filter.weight((from[i] + t - centre + 0.5) * (1 / filterScale));
                sum += exact[t];
            }
            for (int t = 0; t < count[i]; t++) {
                weights[i * stride + t] = fixedPoint(sum == 0 ? exact[t] : exact[t] / sum);
            }
        }
    }

    private static int fixedPoint(double weight) {
        double scaled = weight * (1 << PRECISION_BITS);
        return (int) (weight < 0 ? scaled - 0.5 : scaled + 0.5);
    }

    /// {@return the first source pixel of a target pixel}
    int from(int target) {
        return from[target];
    }

    /// {@return the number of source pixels of a target pixel}
    int count(int target) {
        return count[target];
    }

    /// {@return where the weights of a target pixel begin in [#weights()]}
    int offset(int target) {
        return target * stride;
    }

    /// {@return the weights of all target pixels; read, never written}
    int[] weights() {
        return weights;
    }
}
