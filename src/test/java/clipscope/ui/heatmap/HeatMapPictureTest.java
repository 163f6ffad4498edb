package clipscope.ui.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.ui.fx.FxTest;
import clipscope.ui.heatmap.place.HeatMapMetrics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FxTest
class HeatMapPictureTest {

    private static final HeatMapLegend.Words WORDS = new HeatMapLegend.Words("0", "1", "cosine", ColorScale.VIRIDIS);
    private static final HeatMapMetrics METRICS = new HeatMapMetrics(20, 16, 100, 80);
    private static final int MARGIN = 16;

    /// 100 × 120 cells: 2,532 × 2,056 pixels, so that there are nine tiles and cells are cut by their
    /// edges.
    @Test
    void cellsOfAllTilesAreInTheirPlaces() throws ProblemException {
        HeatMapPicture drawing = new HeatMapPicture(new Chess(120, 120), METRICS, WORDS, 1);
        int tiles = 1;
        while (drawing.step()) {
            tiles++;
        }
        PixelImage picture = drawing.picture();

        assertEquals(2 * MARGIN + 100 + 120 * 20, picture.width());
        assertEquals(2 * MARGIN + 80 + 120 * 16 + 40, picture.height());
        assertEquals(9, tiles);
        for (int row = 0; row < 120; row++) {
            for (int column = 0; column < 120; column++) {
                int x = MARGIN + 100 + column * 20 + 3;
                int y = MARGIN + 80 + row * 16 + 3;
                int rgb = picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2);
                int expected = (row + column) % 2 == 0 ? Chess.LOWEST : Chess.HIGHEST;
                assertEquals(expected & 0xffffff, rgb, row + " " + column);
            }
        }
        assertEquals(255, picture.at(1, 1, 0)); // paper
    }

    @Test
    void aScaleMakesCellsLarger() throws ProblemException {
        HeatMapPicture drawing = new HeatMapPicture(new Chess(40, 40), METRICS, WORDS, 2);
        while (drawing.step()) {}
        PixelImage picture = drawing.picture();

        assertEquals(2 * (2 * MARGIN + 100 + 40 * 20), picture.width());
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 40; column++) {
                int x = 2 * (MARGIN + 100 + column * 20) + 7;
                int y = 2 * (MARGIN + 80 + row * 16) + 7;
                int rgb = picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2);
                assertEquals(
                        ((row + column) % 2 == 0 ? Chess.LOWEST : Chess.HIGHEST) & 0xffffff, rgb, row + " " + column);
            }
        }
    }

    /// In a grey that no colour scale has, behind two frozen columns and three frozen rows.
    @Test
    void linesStandWhereWhatIsFrozenEnds() throws ProblemException {
        HeatMapPicture drawing = new HeatMapPicture(new Chess(9, 8, 3, 2), METRICS, WORDS, 1);
        while (drawing.step()) {}
        PixelImage picture = drawing.picture();

        assertEquals(List.of(2), lines(8, i -> grey(picture, MARGIN + 100 + i * 20 - 1, MARGIN + 80 + 7)));
        assertEquals(List.of(3), lines(9, i -> grey(picture, MARGIN + 100 + 7, MARGIN + 80 + i * 16 - 1)));
        assertTrue(grey(picture, MARGIN + 100 + 2 * 20 - 1, MARGIN + 5), "the heads too");
    }

    /// Cells with numbers, which are centred: the legend's are not.
    @Test
    void theLegendsNumbersStandBesideItsBar() throws ProblemException {
        HeatMapPicture drawing = new HeatMapPicture(new Chess(2, 12), new HeatMapMetrics(60, 46, 100, 80), WORDS, 1);
        while (drawing.step()) {}
        PixelImage picture = drawing.picture();
        int top = MARGIN + 80 + 2 * 46 + 1;
        int middle = MARGIN + 80 + 2 * 46 + 20;
        List<Integer> inked = IntStream.range(0, picture.width())
                .filter(x -> IntStream.range(top, picture.height()).anyMatch(y -> picture.at(x, y, 0) < 200))
                .boxed()
                .toList();
        int left = IntStream.range(0, picture.width())
                .filter(x -> picture.at(x, middle, 0) == 0x44 && picture.at(x, middle, 1) == 0x01)
                .findFirst()
                .orElseThrow(); // where viridis begins

        assertTrue(inked.getFirst() >= MARGIN + 100, "nothing left of the cells");
        assertTrue(inked.getFirst() < left - 8, "the lowest number stands before the bar");
        assertTrue(
                IntStream.range(left, left + 160)
                        .allMatch(x -> IntStream.range(middle - 4, middle + 4)
                                .allMatch(y -> picture.at(x, y, 0) == picture.at(x, middle, 0))),
                "no sign on the bar");
    }

    private static List<Integer> lines(int cells, IntPredicate grey) {
        return IntStream.range(1, cells).filter(grey).boxed().toList();
    }

    private static boolean grey(PixelImage picture, int x, int y) {
        return picture.at(x, y, 0) == 0x59 && picture.at(x, y, 1) == 0x63 && picture.at(x, y, 2) == 0x6e;
    }

    @Test
    void aPictureTooLargeIsRefusedWithItsSizeAndWhatToDo() {
        ProblemException e = assertThrows(
                ProblemException.class, () -> new HeatMapPicture(new Chess(100_000, 200), METRICS, WORDS, 1));

        Problem.BadInput problem = assertInstanceOf(Problem.BadInput.class, e.problem());
        assertEquals("a picture of 4,132 × 1,600,152 pixels", problem.input());
    }
}
