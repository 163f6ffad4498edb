package clipscope.score;

import java.util.Arrays;

/// The cosines of one prompt with all images of a session: what is high for this prompt.
///
/// **Thread:** Immutable.
public final class Distribution {

    private final float[] sorted;
    private final double mean;
    private final double deviation;

    private Distribution(float[] sorted, double mean, double deviation) {
        this.sorted = sorted;
        this.mean = mean;
        this.deviation = deviation;
    }

    /// {@return the distribution of values, in any order}
    public static Distribution of(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (float value : sorted) {
            sum += value;
        }
        double mean = sorted.length == 0 ? 0 : sum / sorted.length;
        double squares = 0;
        for (float value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return new Distribution(sorted, mean, sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1)));
    }

    public int size() {
        return sorted.length;
    }

    public double mean() {
        return mean;
    }

    /// {@return the standard deviation, of a sample: n − 1 in the denominator; 0 for fewer than two values}
    public double deviation() {
        return deviation;
    }

    /// {@return the share of values that are smaller, and half of those that are equal, in [0, 1]}
    public double rank(double value) {
        if (sorted.length == 0) {
            return 0;
        }
        int below = lowerBound((float) value);
        int end = below;
        while (end < sorted.length && sorted[end] == (float) value) {
            end++;
        }
        return (below + (end - below) / 2.0) / sorted.length;
    }

    /// {@return by how many standard deviations a value lies above the mean; 0 where all are equal}
    public double z(double value) {
        return deviation == 0 ? 0 : (value - mean) / deviation;
    }

    /// {@return how many values fall into each of some equal parts of a range; what lies outside counts in
    /// the first or last}
    public int[] histogram(double low, double high, int parts) {
        int[] counts = new int[parts];
        double width = (high - low) / parts;
        for (float value : sorted) {
            int part = width > 0 ? (int) Math.floor((value - low) / width) : 0;
            counts[Math.clamp(part, 0, parts - 1)]++;
        }
        return counts;
    }

    /// {@return the smallest value; 0 for none}
    public double min() {
        return sorted.length == 0 ? 0 : sorted[0];
    }

    /// {@return the largest value; 0 for none}
    public double max() {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    private int lowerBound(float value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
