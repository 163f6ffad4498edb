package clipscope.ui.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void equalCosinesShareTheBetterRank() {
        double[] cosines = {0.5, 0.75, 0.5, 0.25};

        assertEquals(2, Standing.among(0.5, cosines).rank());
        assertEquals(1, Standing.among(0.75, cosines).rank());
        assertEquals(4, Standing.among(0.25, cosines).rank());
    }

    @Test
    void theOnlyOneIsFirstAndDoesNotDeviate() {
        assertEquals(new Standing(1, 1, 50, 0.25, 0), Standing.among(0.25, new double[] {0.25}));
    }
}
