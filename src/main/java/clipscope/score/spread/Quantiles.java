package clipscope.score.spread;

/// Quantiles of many numbers, without sorting them: of ten millions in a tenth of a second.
///
/// **Source:** `numpy.quantile` with its default method, "linear".
public final class Quantiles {

    private static final int BUCKETS = 1 << 16;

    private Quantiles() {}

    /// {@return the number below which a share of the values lies, on a straight line between the two
    /// nearest}
    ///
    /// @param values at least one, none of them NaN
    /// @param share 0 to 1
    public static double of(float[] values, double share) {
        double place = share * (values.length - 1);
        int below = (int) Math.floor(place);
        int[] high = histogram(values);
        double low = ranked(values, high, below);
        return place == below ? low : low + (place - below) * (ranked(values, high, below + 1) - low);
    }

    /// The value that would stand at a place if all were sorted: first the upper half of its bits is found by
    /// counting, then the lower half among those with the same upper half.
    private static double ranked(float[] values, int[] high, int place) {
        int left = place;
        int bucket = 0;
        while (left >= high[bucket]) {
            left -= high[bucket++];
        }
        int[] low = new int[BUCKETS];
        for (float value : values) {
            int key = key(value);
            if (key >>> 16 == bucket) {
                low[key & 0xffff]++;
            }
        }
        int rest = 0;
        while (left >= low[rest]) {
            left -= low[rest++];
        }
        return value(bucket << 16 | rest);
    }

    private static int[] histogram(float[] values) {
        int[] counts = new int[BUCKETS];
        for (float value : values) {
            counts[key(value) >>> 16]++;
        }
        return counts;
    }

    /// Bits that, read as an unsigned number, have the order of the values.
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 | 0x80000000);
    }

    private static float value(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ 0x80000000 : ~key);
    }
}
