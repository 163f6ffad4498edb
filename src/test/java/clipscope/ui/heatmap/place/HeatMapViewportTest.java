package clipscope.ui.heatmap.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.ui.heatmap.place.HeatMapViewport.Cells;
import clipscope.ui.heatmap.place.HeatMapViewport.Hit;
import clipscope.ui.heatmap.place.HeatMapViewport.Size;
import org.junit.jupiter.api.Test;

class HeatMapViewportTest {

    private static final HeatMapMetrics METRICS = new HeatMapMetrics(50, 40, 100, 80);

    @Test
    void onlyTheCellsInTheWindowAreVisited() {
        HeatMapViewport view = view(2_000, 100, 0, 0);

        assertEquals(0, view.down().first());
        assertEquals(8, view.down().end()); // 400 - 80 = 320 = 8 rows of 40
        assertEquals(0, view.across().first());
        assertEquals(10, view.across().end()); // 600 - 100 = 500 = 10 columns of 50
    }

    @Test
    void cellsSeenInPartAreVisitedToo() {
        HeatMapViewport view = view(2_000, 100, 25, 4_010);

        assertEquals(100, view.down().first());
        assertEquals(109, view.down().end());
        assertEquals(0, view.across().first());
        assertEquals(11, view.across().end());
        assertEquals(75, view.x(0));
        assertEquals(70, view.y(100));
    }

    @Test
    void scrollingEndsWithTheLastCell() {
        HeatMapViewport view = view(2_000, 100, 1e9, 1e9);

        assertEquals(100 * 50 - 500, view.scrollX());
        assertEquals(2_000 * 40 - 320, view.scrollY());
        assertEquals(2_000, view.down().end());
        assertEquals(100, view.across().end());
    }

    @Test
    void aSmallMapDoesNotScroll() {
        HeatMapViewport view = view(3, 2, 70, 70);

        assertEquals(0, view.scrollX());
        assertEquals(0, view.scrollY());
        assertEquals(3, view.down().end());
    }

    @Test
    void pointsFindTheirCellsAndHeaders() {
        HeatMapViewport view = view(2_000, 100, 50, 40);

        assertEquals(new Hit.Cell(1, 1), view.at(100, 80));
        assertEquals(new Hit.Cell(8, 10), view.at(599, 399));
        assertEquals(new Hit.ColumnHeader(1), view.at(100, 79));
        assertEquals(new Hit.RowHeader(1), view.at(99, 80));
        assertEquals(new Hit.Nothing(), view.at(10, 10));
        assertEquals(new Hit.Nothing(), view.at(600, 100));
        assertEquals(new Hit.Nothing(), view(1, 1, 0, 0).at(150, 80));
        assertEquals(new Hit.Nothing(), view(1, 1, 0, 0).at(100, 120));
    }

    @Test
    void showingACellScrollsNoFurtherThanItMust() {
        HeatMapViewport view = view(2_000, 100, 0, 0);

        assertEquals(view, view.showing(7, 9));
        assertEquals(40, view.showing(8, 9).scrollY());
        assertEquals(50, view.showing(7, 10).scrollX());
        assertEquals(200, view.scrolledTo(0, 900).showing(5, 0).scrollY());
    }

    @Test
    void zoomingKeepsTheCellUnderThePointer() {
        HeatMapViewport view = view(2_000, 100, 500, 4_000);
        Hit before = view.at(321, 222);

        HeatMapViewport zoomed = view.zoomed(new HeatMapMetrics(25, 20, 60, 80), 321, 222);

        assertEquals(before, zoomed.at(321, 222));
    }

    @Test
    void theWholeViewHasRoomForEverything() {
        HeatMapViewport whole = HeatMapViewport.whole(METRICS, new Cells(2_000, 100));

        assertEquals(new Size(100 + 100 * 50, 80 + 2_000 * 40), whole.size());
        assertEquals(2_000, whole.down().end());
        assertEquals(0, whole.across().maxScroll());
    }

    @Test
    void aWindowSmallerThanTheHeadersShowsNoCells() {
        HeatMapViewport view = HeatMapViewport.of(METRICS, new Cells(10, 10), new Size(50, 50));

        assertEquals(0, view.across().room());
        assertTrue(view.down().end() <= view.down().first());
    }

    private static HeatMapViewport view(int rows, int columns, double scrollX, double scrollY) {
        return HeatMapViewport.of(METRICS, new Cells(rows, columns), new Size(600, 400))
                .scrolledTo(scrollX, scrollY);
    }
}
