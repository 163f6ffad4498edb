package clipscope.ui.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridSortTest {

    @Test
    void clicksOnOneHeaderGoRoundInThree() {
        Optional<GridSort> first = GridSort.next(Optional.empty(), "cat");
        Optional<GridSort> second = GridSort.next(first, "cat");
        Optional<GridSort> third = GridSort.next(second, "cat");

        assertEquals(Optional.of(new GridSort("cat", true)), first);
        assertEquals(Optional.of(new GridSort("cat", false)), second);
        assertEquals(Optional.empty(), third);
    }

    @Test
    void aClickOnAnotherHeaderBeginsAnew() {
        assertEquals(
                Optional.of(new GridSort("dog", true)), GridSort.next(Optional.of(new GridSort("cat", true)), "dog"));
    }
}
