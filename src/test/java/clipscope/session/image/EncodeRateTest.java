package clipscope.session.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EncodeRateTest {

    private static final long SECOND = 1_000_000_000;

    private final EncodeRate rate = new EncodeRate();

    @Test
    void beforeTheFirstBatchThereIsNone() {
        assertEquals(0, rate.perSecond());
    }

    @Test
    void theFirstBatchIsNotCounted() {
        rate.took(2, 60 * SECOND);
        assertEquals(0, rate.perSecond());

        rate.took(2, SECOND);
        assertEquals(2, rate.perSecond(), 1e-9);
    }

    @Test
    void batchesCountByTheirSizeAndTime() {
        rate.took(2, 60 * SECOND);
        rate.took(2, SECOND);
        rate.took(28, 2 * SECOND);

        assertEquals(10, rate.perSecond(), 1e-9);
    }

    @Test
    void onlyTheLastEightBatchesCount() {
        rate.took(1, SECOND);
        rate.took(1, 1_000 * SECOND);
        for (int i = 0; i < 8; i++) {
            rate.took(32, SECOND);
        }

        assertEquals(32, rate.perSecond(), 1e-9);
    }

    @Test
    void anotherModelStartsAnew() {
        rate.took(32, SECOND);
        rate.took(32, SECOND);
        rate.clear();
        rate.took(32, 60 * SECOND);

        assertEquals(0, rate.perSecond());
    }
}
