package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Expected values by hand.
class DistributionTest {

    private final Distribution some = Distribution.of(new float[] {0.5f, 0.25f, 0.25f, 1f});

    @Test
    void meanAndDeviationAreThoseOfASample() {
        assertEquals(0.5, some.mean(), 1e-12);
        assertEquals(Math.sqrt((0 + 0.0625 + 0.0625 + 0.25) / 3), some.deviation(), 1e-12);
        assertEquals(0.5 / some.deviation(), some.z(1), 1e-12);
    }

    @Test
    void theRankIsTheShareBelowAndHalfOfWhatIsEqual() {
        assertEquals(0, some.rank(0.2), 0);
        assertEquals(0.25, some.rank(0.25), 0); // none below, two equal
        assertEquals(0.5, some.rank(0.4), 0);
        assertEquals(0.625, some.rank(0.5), 0);
        assertEquals(0.875, some.rank(1), 0);
        assertEquals(1, some.rank(2), 0);
    }

    @Test
    void everyValueIsInOnePartOfTheHistogram() {
        assertArrayEquals(new int[] {2, 1, 1}, some.histogram(0.25, 1, 3));
        assertArrayEquals(new int[] {3, 1}, some.histogram(0.4, 0.9, 2)); // what lies outside, at the ends
        assertArrayEquals(new int[] {4, 0}, some.histogram(0.5, 0.5, 2)); // no range at all
    }

    @Test
    void oneValueHasNoSpreadAndNoneHasNoRank() {
        Distribution one = Distribution.of(new float[] {0.3f});
        assertEquals(0, one.deviation(), 0);
        assertEquals(0, one.z(0.9), 0);

        Distribution none = Distribution.of(new float[0]);
        assertEquals(0, none.rank(0.5), 0);
        assertEquals(0, none.mean(), 0);
        assertEquals(0, none.max(), 0);
    }
}
