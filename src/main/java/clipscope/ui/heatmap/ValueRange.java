package clipscope.ui.heatmap;

import clipscope.embedding.FloatMatrix;

/// The values that a colour scale spans.
///
/// **Thread:** Immutable.
public record ValueRange(double min, double max) {

    public ValueRange {
        if (!(min <= max)) {
            throw new IllegalArgumentException("a range from %s to %s".formatted(min, max));
        }
    }

    /// {@return the range from the least to the greatest value; from 0 to 0 without values}
    public static ValueRange of(FloatMatrix values) {
        return of(values.toArray());
    }

    /// {@return the range from the least to the greatest value; from 0 to 0 without values}
    public static ValueRange of(float[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return min <= max ? new ValueRange(min, max) : new ValueRange(0, 0);
    }

    /// {@return where in the range a value lies, 0 to 1; values outside lie at the ends, all of an empty
    /// range in the middle}
    public double fraction(double value) {
        return min == max ? 0.5 : Math.clamp((value - min) / (max - min), 0, 1);
    }

    /// {@return whether this range has all values of the other}
    public boolean contains(ValueRange other) {
        return min <= other.min && other.max <= max;
    }
}
