package clipscope.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/// What tests of a network expect of its results.
public final class Matrices {

    private Matrices() {}

    /// Compares number by number.
    ///
    /// @param most the largest difference
    public static void assertNear(FloatMatrix expected, FloatMatrix actual, float most) {
        assertEquals(List.of(expected.rows(), expected.columns()), List.of(actual.rows(), actual.columns()));
        float worst = 0;
        for (int row = 0; row < expected.rows(); row++) {
            for (int column = 0; column < expected.columns(); column++) {
                worst = Math.max(worst, Math.abs(expected.at(row, column) - actual.at(row, column)));
            }
        }
        float difference = worst;
        assertTrue(difference <= most, () -> "a difference of " + difference);
    }

    /// Compares the directions of rows.
    ///
    /// @param least the lowest cosine
    public static void assertAligned(FloatMatrix expected, FloatMatrix actual, double least) {
        assertEquals(expected.rows(), actual.rows());
        for (int row = 0; row < expected.rows(); row++) {
            double cosine = Embedding.ofProjection(expected.row(row)).cosine(Embedding.ofProjection(actual.row(row)));
            assertTrue(cosine >= least, () -> "a cosine of " + cosine);
        }
    }
}
