package clipscope.score.spread;

import java.util.function.IntToDoubleFunction;

/// Some numbers in a few: how many, their mean and spread, and which are the ends.
///
/// **Thread:** Immutable.
///
/// @param count of the numbers that there are; NaN is none
/// @param deviation the standard deviation, as of a whole population
/// @param least the place of the least number; the first of equal ones
/// @param greatest the place of the greatest number; the first of equal ones
public record Summary(int count, double mean, double deviation, int least, int greatest) {

    /// {@return a summary; without any number, means are NaN and places -1}
    ///
    /// **Source:** Welford 1962, "Note on a Method for Calculating Corrected Sums of Squares and Products".
    public static Summary of(int places, IntToDoubleFunction values) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        int least = -1;
        int greatest = -1;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places; i++) {
            double value = values.applyAsDouble(i);
            if (Double.isNaN(value)) {
                continue;
            }
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
            if (value < min) {
                min = value;
                least = i;
            }
            if (value > max) {
                max = value;
                greatest = i;
            }
        }
        return count == 0
                ? new Summary(0, Double.NaN, Double.NaN, -1, -1)
                : new Summary(count, mean, Math.sqrt(squares / count), least, greatest);
    }
}
