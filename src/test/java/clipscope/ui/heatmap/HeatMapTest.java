package clipscope.ui.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Mouse;
import clipscope.ui.heatmap.place.CellBlock;
import clipscope.ui.heatmap.place.HeatMapMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;

@FxTest
class HeatMapTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private final List<String> told = new ArrayList<>();
    private final HeatMap map = new HeatMap(new HeatMap.Listener() {

        @Override
        public void cursorMoved(int row, int column) {
            told.add("at " + row + " " + column);
        }

        @Override
        public void pointed(int row, int column) {
            told.add("pointed " + row + " " + column);
        }

        @Override
        public void pointerLeft() {
            told.add("left");
        }

        @Override
        public void selected(Optional<CellBlock> block) {
            told.add(block.map(CellBlock::toString).orElse("nothing selected"));
        }

        @Override
        public void opened(int row, int column) {
            told.add("opened " + row + " " + column);
        }

        @Override
        public void columnClicked(int column) {
            told.add("column " + column);
        }
    });
    private final Scene scene = new Scene(map, WIDTH, HEIGHT);

    @Test
    void everyCellHasItsColourInItsPlace() {
        map.show(new Chess(4, 5));

        PixelReader pixels = pixels();

        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 5; column++) {
                assertEquals(
                        (row + column) % 2 == 0 ? Chess.LOWEST : Chess.HIGHEST,
                        pixels.getArgb(
                                (int) map.view().x(column) + 5, (int) map.view().y(row) + 5),
                        row + " " + column);
            }
        }
    }

    @Test
    void onlyCellsInSightAreAskedFor() {
        Chess data = new Chess(2_000, 100);
        map.show(data);
        pixels();

        assertTrue(data.askedRows().size() <= HEIGHT / 46 + 1, () -> "rows: " + data.askedRows()); // cells of 46 pixels
        assertTrue(data.askedColumns().size() <= WIDTH / 55 + 1, () -> "columns: " + data.askedColumns());
        assertTrue(data.askedRows().contains(0));
    }

    @Test
    void theWheelScrolls() {
        Chess data = new Chess(2_000, 100);
        map.show(data);
        pixels();
        data.askedRows().clear();

        wheel(-4_600, false);
        pixels();

        assertEquals(4_600, map.view().scrollY());
        assertEquals(100, map.view().down().first());
        assertTrue(data.askedRows().contains(100) && !data.askedRows().contains(99));
    }

    @Test
    void theWheelZoomsWithCtrl() {
        map.show(new Chess(2_000, 100));
        pixels();

        wheel(40, true);
        assertEquals(53, map.view().metrics().cellHeight()); // 46 × 1.15, rounded
        for (int i = 0; i < 50; i++) {
            wheel(-40, true);
        }
        assertEquals(HeatMapMetrics.MIN_CELL, map.view().metrics().cellHeight());
        pixels();
    }

    @Test
    void aClickChoosesTheCellAndAClickAboveSorts() {
        map.show(new Chess(4, 5));
        pixels();

        click(map.view().x(2) + 5, map.view().y(3) + 5);
        click(map.view().x(4) + 5, 20);

        press(KeyCode.ENTER);

        assertEquals(List.of("at 3 2", "column 4", "opened 3 2"), told);
    }

    @Test
    void keysMoveTheCursorAndEnterOpens() {
        map.show(new Chess(2_000, 100));
        pixels();

        List.of(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.END, KeyCode.PAGE_DOWN)
                .forEach(this::press);

        assertEquals(List.of("at 0 0", "at 1 0", "at 1 1", "opened 1 1", "at 1 99"), told.subList(0, 5));
        assertEquals(map.view().across().maxScroll(), map.view().scrollX());
        int page = Integer.parseInt(told.getLast().replaceAll("at (\\d+) .*", "$1")) - 1;
        assertTrue(
                page >= 5 && page < map.view().down().end() - map.view().down().first(), () -> "page of " + page);
    }

    @Test
    void sSortsByTheColumnOfTheCursorOnceThereIsOne() {
        map.show(new Chess(4, 5));
        pixels();

        List.of(KeyCode.S, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.S).forEach(this::press);

        assertEquals(List.of("at 0 0", "at 0 1", "column 1"), told);
    }

    @Test
    void ctrlAndSIsLeftToTheWindow() {
        map.show(new Chess(4, 5));
        press(KeyCode.DOWN);
        told.clear();

        Event.fireEvent(map, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, false, true, false, false));

        assertEquals(List.of(), told);
    }

    @Test
    void shiftAndArrowsSelectAndEscapeDoesNotAnyMore() {
        map.show(new Chess(2_000, 100));
        pixels();
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        told.clear();

        shift(KeyCode.RIGHT);
        shift(KeyCode.UP);
        press(KeyCode.ESCAPE);

        assertEquals(
                List.of(
                        new CellBlock(1, 0, 1, 1).toString(),
                        "at 1 1",
                        new CellBlock(0, 0, 1, 1).toString(),
                        "at 0 1",
                        "nothing selected",
                        "at 0 1"),
                told);
    }

    @Test
    void theSmallestCellsHaveTheirColoursToo() {
        map.show(new Chess(2_000, 1_000));
        pixels();
        for (int i = 0; i < 50; i++) {
            wheel(-40, true);
        }

        PixelReader pixels = pixels();

        for (int row = 0; row < 200; row += 7) {
            for (int column = 0; column < 300; column++) {
                assertEquals(
                        (row + column) % 2 == 0 ? Chess.LOWEST : Chess.HIGHEST,
                        pixels.getArgb(
                                (int) map.view().x(column) + 1, (int) map.view().y(row) + 1),
                        row + " " + column);
            }
        }
    }

    /// In the last round the cells are too small for numbers and are drawn as pixels.
    @Test
    void frozenCellsAreDrawnInTheirPlacesWhateverIsScrolledBeneathThem() {
        map.show(new Chess(2_000, 100, 3, 1));
        pixels();
        for (int zoom = 0; zoom < 2; zoom++) {
            wheel(-4_610, false); // not a whole number of cells
            PixelReader pixels = pixels();

            for (int row : List.of(0, 1, 2, map.view().down().first() + 1)) {
                for (int column : List.of(0, 1, 2)) {
                    assertEquals(
                            (row + column) % 2 == 0 ? Chess.LOWEST : Chess.HIGHEST,
                            pixels.getArgb(
                                    (int) map.view().x(column) + 6,
                                    (int) map.view().y(row) + 6),
                            row + " " + column);
                }
            }
            int edge = (int) map.view().down().heldEnd() - 2;
            assertEquals(
                    HeatMapPalette.PAPER.muted(),
                    pixels.getColor((int) map.view().x(1) + 6, edge),
                    "a line stands between them");
            wheel(-40, true);
            for (int step = 0; step < 6; step++) {
                wheel(-40, true);
            }
        }
        assertTrue(map.view().metrics().cellWidth() < 30, "cells are small by now");
    }

    @Test
    void aClickOnAFrozenCellChoosesItAndKeysGoOnFromThere() {
        map.show(new Chess(2_000, 100, 3, 1));
        pixels();
        wheel(-4_600, false);
        told.clear();

        click(map.view().x(0) + 5, map.view().y(2) + 5);
        assertEquals(4_600, map.view().scrollY(), "it was seen");
        press(KeyCode.DOWN);

        assertEquals(List.of("at 2 0", "at 3 0"), told);
        assertEquals(0, map.view().scrollY(), "the row after it is shown");
    }

    @Test
    void selectionsReachFromFrozenCellsToOthers() {
        map.show(new Chess(2_000, 100, 3, 1));
        pixels();
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        told.clear();

        shift(KeyCode.PAGE_DOWN);

        int last = map.selected().orElseThrow().lastRow();
        assertEquals(List.of(new CellBlock(1, 0, last, 0).toString(), "at " + last + " 0"), told);
        assertTrue(last > 3);
    }

    @Test
    void homeShowsWhatFollowsTheFrozenCellsFromItsBeginning() {
        map.show(new Chess(2_000, 100, 3, 1));
        pixels();
        List.of(KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.END).forEach(this::press);
        assertTrue(map.view().scrollX() > 0);

        press(KeyCode.HOME);

        assertEquals(0, map.view().scrollX());
        assertTrue(map.view().scrollY() > 0);
    }

    @Test
    void theTopIsShownWithoutMovingSideways() {
        map.show(new Chess(2_000, 100));
        pixels();
        List.of(KeyCode.DOWN, KeyCode.END, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN).forEach(this::press);
        double sideways = map.view().scrollX();
        assertTrue(map.view().scrollY() > 0);

        map.showTop();

        assertEquals(0, map.view().scrollY());
        assertEquals(sideways, map.view().scrollX());
    }

    @Test
    void theCellAtTheCursorIsToldToAScreenReader() {
        map.show(new Chess(4, 5));
        assertEquals("Heat map of 4 images and 5 prompts", map.getAccessibleText());

        press(KeyCode.DOWN);

        assertEquals("row 0, column 0", map.getAccessibleText());
    }

    @Test
    void theCursorStaysOnTheMapWhenItShrinks() {
        map.show(new Chess(10, 10));
        pixels();
        press(KeyCode.DOWN);
        press(KeyCode.END);

        map.show(new Chess(3, 4));
        press(KeyCode.ENTER);

        assertEquals("opened 0 3", told.getLast());
    }

    @Test
    void thePointerShowsTheNumbersOfTheCellUnderIt() {
        map.show(new Chess(4, 5));
        pixels();

        mouse(MouseEvent.MOUSE_MOVED, map.view().x(1) + 5, map.view().y(2) + 5);

        Node tip = map.lookup(".heat-map-tip");
        assertTrue(tip.isVisible());
        assertEquals("row 2, column 1", ((javafx.scene.control.Label) tip).getText());
        assertEquals(List.of("pointed 2 1"), told);
        mouse(MouseEvent.MOUSE_MOVED, 3, 3);
        assertTrue(!tip.isVisible());
        assertEquals("left", told.getLast());
    }

    /// Nobody moved the pointer, but it is on another cell. A row has 46 pixels.
    @Test
    void theWheelBringsAnotherCellUnderThePointer() {
        map.show(new Chess(2_000, 100));
        pixels();
        wheel(0, false);
        int row = rowPointedAt();

        wheel(-460, false);

        assertEquals(row + 10, rowPointedAt());
    }

    @Test
    void keysHideWhatIsSaidOfTheCellUnderThePointer() {
        map.show(new Chess(4, 5));
        pixels();
        mouse(MouseEvent.MOUSE_MOVED, map.view().x(1) + 5, map.view().y(2) + 5);

        press(KeyCode.DOWN);

        assertTrue(!map.lookup(".heat-map-tip").isVisible());
    }

    private int rowPointedAt() {
        return Integer.parseInt(told.getLast().replaceAll("pointed (\\d+) .*", "$1"));
    }

    private PixelReader pixels() {
        return scene.snapshot(null).getPixelReader();
    }

    private void press(KeyCode code) {
        Event.fireEvent(map, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void shift(KeyCode code) {
        Event.fireEvent(map, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, false, false, false));
    }

    private void click(double x, double y) {
        mouse(MouseEvent.MOUSE_CLICKED, x, y);
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        Node canvas = map.getChildrenUnmodifiable().getFirst();
        Mouse.send(canvas, type, MouseButton.PRIMARY, x, y);
    }

    private void wheel(double down, boolean ctrl) {
        Event.fireEvent(
                map,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        400,
                        300,
                        400,
                        300,
                        false,
                        ctrl,
                        false,
                        ctrl,
                        true,
                        false,
                        0,
                        down,
                        0,
                        down,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(map, 400, 300)));
    }
}
