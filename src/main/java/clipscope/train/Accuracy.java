package clipscope.train;

import java.util.Locale;

/// How many of some pictures got the right label.
///
/// **Range:** [0, 1].
///
/// @param pictures how many were shown
/// @param both among all labels of a colour and a shape
/// @param shape among the names of all shapes
/// @param colour among the names of all colours
public record Accuracy(int pictures, double both, double shape, double colour) {

    /// {@return the three figures in words}
    public String line() {
        return String.format(
                Locale.ROOT, "%.1f %% (shape %.1f %%, colour %.1f %%)", 100 * both, 100 * shape, 100 * colour);
    }
}
