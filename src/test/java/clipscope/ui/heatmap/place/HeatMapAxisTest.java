package clipscope.ui.heatmap.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.ui.heatmap.place.HeatMapAxis.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cells of 50 pixels after a head of 100, in a control of 600: there is room for ten of them.
class HeatMapAxisTest {

    @Test
    void withoutFrozenCellsThereIsOnePart() {
        assertEquals(
                List.of(new Part(5, 15, 100, 600, 50, -150)), axis(100, 0, 250).parts());
        assertEquals(List.of(), axis(100, 0, 250).lines());
    }

    @Test
    void frozenCellsStayWhileTheOthersAreScrolledBeneathThem() {
        HeatMapAxis axis = axis(100, 2, 250);

        assertEquals(List.of(new Part(0, 2, 100, 200, 50, 100), new Part(7, 15, 200, 600, 50, -150)), axis.parts());
        assertEquals(150, axis.edge(1));
        assertEquals(200, axis.edge(7), "five of them are hidden");
        assertEquals(List.of(200.0), axis.lines());
    }

    @Test
    void aPlaceBelongsToTheCellThatIsSeenThere() {
        HeatMapAxis axis = axis(100, 2, 250);

        assertEquals(HeatMapAxis.NONE, axis.at(99));
        assertEquals(0, axis.at(100));
        assertEquals(1, axis.at(199));
        assertEquals(7, axis.at(200));
        assertEquals(14, axis.at(599));
        assertEquals(HeatMapAxis.NONE, axis.at(600));
        assertEquals(HeatMapAxis.NONE, axis(3, 2, 0).at(250), "behind the last");
    }

    @Test
    void scrollingEndsWithTheLastCellWhateverIsFrozen() {
        HeatMapAxis axis = axis(100, 2, 1e9);

        assertEquals(100 * 50 - 500, axis.scroll());
        assertEquals(100, axis.end());
        assertEquals(92, axis.first()); // eight fit beside the two that stay
    }

    @Test
    void showingACellBringsItOutFromUnderTheFrozenOnes() {
        assertEquals(2_050, axis(100, 2, 0).showing(50).scroll()); // its end, 2,550, at the end of the room
        assertEquals(50, axis(100, 2, 250).showing(3).scroll()); // right after the two
        assertEquals(0, axis(100, 2, 250).showing(2).scroll());
        assertEquals(250, axis(100, 2, 250).showing(1).scroll(), "it is seen anyway");
        assertEquals(250, axis(100, 2, 250).showing(7).scroll());
    }

    @Test
    void tooManyFrozenCellsLeaveRoomForTheOthers() {
        HeatMapAxis axis = axis(100, 30, 1_100);

        assertEquals(6, axis.held()); // of 500 pixels, 60 % hold six cells
        assertEquals(28, axis.first());
        assertEquals(List.of(400.0, 500.0), axis.lines(), "where scrolling begins, and after the thirtieth");
        assertEquals(List.of(400.0), axis.scrolledTo(0).lines(), "the thirtieth is out of sight");
        assertEquals(9, axis(10, 9, 0).held(), "where all fit, all stay");
    }

    @Test
    void zoomingKeepsTheCellUnderThePointer() {
        HeatMapAxis zoomed = axis(100, 2, 500).zoomed(25, 60, 321);

        assertEquals(14, zoomed.at(321)); // 321 - 100 + 500 = 721 = 14.42 cells
        assertEquals(99.5, zoomed.scroll(), 1e-9); // 14.42 cells of 25, less the 261 pixels from the head
    }

    @Test
    void zoomingOverFrozenCellsKeepsTheFirstOfTheOthers() {
        HeatMapAxis zoomed = axis(100, 2, 250).zoomed(25, 100, 120);

        assertEquals(7, zoomed.first());
        assertEquals(150, zoomed.edge(7)); // right after two cells of 25
    }

    @Test
    void noMoreCellsAreFrozenThanThereAre() {
        HeatMapAxis axis = axis(3, 8, 0);

        assertEquals(3, axis.frozen());
        assertEquals(new Part(3, 3, 250, 600, 50, 100), axis.parts().getLast());
    }

    private static HeatMapAxis axis(int count, int frozen, double scroll) {
        return new HeatMapAxis(count, frozen, 50, 100, 600, scroll);
    }
}
