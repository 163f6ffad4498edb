package clipscope.ui.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.FloatMatrix;
import org.junit.jupiter.api.Test;

class ValueRangeTest {

    @Test
    void theRangeOfAMatrixReachesFromItsLeastToItsGreatestValue() {
        assertEquals(
                new ValueRange(-0.5, 0.75),
                ValueRange.of(FloatMatrix.copyOf(2, 2, new float[] {0.25f, -0.5f, 0.75f, 0})));
    }

    @Test
    void noValuesHaveAnEmptyRange() {
        assertEquals(new ValueRange(0, 0), ValueRange.of(FloatMatrix.copyOf(0, 3, new float[0])));
    }

    @Test
    void fractionsAreLinearAndEndAtTheEnds() {
        ValueRange range = new ValueRange(0.2, 0.4);

        assertEquals(0.25, range.fraction(0.25), 1e-12);
        assertEquals(0, range.fraction(0.1));
        assertEquals(1, range.fraction(7));
    }

    @Test
    void aSingleValueLiesInTheMiddle() {
        assertEquals(0.5, new ValueRange(0.3, 0.3).fraction(0.3));
    }

    @Test
    void aRangeContainsOneWithinIt() {
        assertTrue(new ValueRange(0, 1).contains(new ValueRange(0, 0.5)));
        assertFalse(new ValueRange(0, 1).contains(new ValueRange(-0.1, 0.5)));
        assertFalse(new ValueRange(0, 1).contains(new ValueRange(0.5, 1.5)));
    }

    @Test
    void aRangeCannotEndBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(Double.NaN, 0));
    }
}
