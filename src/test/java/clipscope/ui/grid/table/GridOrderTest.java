package clipscope.ui.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GridOrderTest {

    @Test
    void clicksOnOneHeaderGoRoundInThree() {
        GridOrder first = GridOrder.FIRST.clicked("cat");
        GridOrder second = first.clicked("cat");

        assertEquals(new GridOrder.ByColumn("cat", true), first.rows());
        assertEquals(new GridOrder.ByColumn("cat", false), second.rows());
        assertEquals(GridOrder.FIRST, second.clicked("cat"));
    }

    @Test
    void aClickOnAnotherHeaderBeginsAnew() {
        assertEquals(
                new GridOrder.ByColumn("dog", true),
                GridOrder.FIRST.clicked("cat").clicked("dog").rows());
    }
}
