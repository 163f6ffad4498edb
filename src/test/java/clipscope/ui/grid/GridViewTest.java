package clipscope.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Mouse;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.HeatMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class GridViewTest {

    private static final int LOWEST = 0xff440154; // the ends of viridis, as published
    private static final int HIGHEST = 0xfffde725;

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final List<ImageId> opened = new ArrayList<>();
    private final GridViewModel model = new GridViewModel(desk, opened::add);
    private final GridView view = new GridView(model);
    private final PageStage stage = new PageStage(view.node(), 1000, 700);

    @TempDir
    private Path folder;

    @BeforeEach
    void twoImagesAndThreeLabels() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png")));
        desk.session().setLabels(List.of("red", "blue", "giraffe"));
        desks.tasks().runAll();
        stage.picture();
    }

    @Test
    void cellsHaveTheColoursOfTheirCosines() {
        assertEquals(HIGHEST, colour(0, 0));
        assertEquals(LOWEST, colour(0, 1));
        assertEquals(LOWEST, colour(1, 0));
        assertEquals(HIGHEST, colour(1, 1));
    }

    /// The fixed range ends at 0.3, below the cosine of 1, and begins at 0.1, above that of 0.0099.
    @Test
    void theLegendSaysWhatTheColoursStandForAndWhatTheyLeaveOut() {
        assertEquals(
                "Colours from 0.010 to 1.000, cosine",
                stage.find(Node.class, "grid-legend").getAccessibleText());

        stage.find(ToggleButton.class, "grid-range-2").fire();
        desks.tasks().runAll();

        assertEquals(
                "Colours from ≤ 0.100 to ≥ 0.300, cosine",
                stage.find(Node.class, "grid-legend").getAccessibleText());
    }

    @Test
    void allButtonsOfASigmoidModelFitIntoASmallWindow() {
        desks.open(new FakeClipModel("siglip", Path.of("models", "siglip"), new ScoreRule.Sigmoid(10, -5)));
        stage.picture();

        ToggleButton sigmoid = stage.find(ToggleButton.class, "grid-mode-2");
        assertEquals("Probability (sigmoid)", sigmoid.getText());
        Node export = stage.find(Node.class, "grid-export");
        assertTrue(export.localToScene(export.getLayoutBounds()).getMaxX() <= 1000, "the bar is not cut");
        stage.save("grid-siglip");
    }

    @Test
    void aTableOfCaptionsThatIsDroppedMakesPairs() throws IOException {
        Path table = folder.resolve("captions.CSV");
        Files.writeString(table, "file,caption\nred.png,a red photo\nblue.png,a blue photo\n");

        assertTrue(view.take(List.of(table)));
        desks.tasks().runAll();

        assertEquals(
                List.of("a red photo", "a blue photo"),
                desk.session().document().labels());
        assertEquals(2, model.pairs().pairsProperty().get().captions().size());
        assertFalse(view.take(List.of(folder.resolve("picture.png"))), "pictures are the session's");
        assertFalse(view.take(List.of(table, table)), "one table at a time");
    }

    @Test
    void theHintIsThereInFullOrNotAtAll() {
        Label hint = stage.find(Label.class, "grid-hint");
        boolean hidden = false;
        boolean seen = false;
        for (int width = 800; width <= 1800; width += 50) {
            view.node().resize(width, 700);
            stage.picture();
            hidden |= !hint.isVisible();
            seen |= hint.isVisible();
            assertTrue(!hint.isVisible() || hint.getWidth() >= hint.prefWidth(-1), "cut at " + width);
        }
        assertTrue(hidden && seen);
    }

    @Test
    void theMenuOfTheOrderTellsByWhichPromptItIs() {
        MenuItem byPrompt = stage.find(MenuButton.class, "grid-order").getItems().stream()
                .filter(item -> "grid-order-by-prompt".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        assertFalse(byPrompt.isVisible());

        model.sortBy("blue");

        assertTrue(byPrompt.isVisible() && ((RadioMenuItem) byPrompt).isSelected());
        assertEquals("Images by “blue”", byPrompt.getText());
    }

    @Test
    void aSizeIsANumberWithPointOrComma() {
        assertEquals(Optional.of(1.5), GridExportView.scale(" 1,5 "));
        assertEquals(Optional.of(20.0), GridExportView.scale("20"));
        for (String wrong : List.of("", "big", "0", "-1", "20.1", "NaN", "Infinity")) {
            assertEquals(Optional.empty(), GridExportView.scale(wrong), wrong);
        }
    }

    @Test
    void aClickOnAHeaderSorts() {
        ImageId blue = desk.session().document().images().get(1);

        click(map().view().x(1) + 5, 20);
        desks.tasks().runAll();
        stage.picture();

        assertEquals(blue, table().image(0));
        assertEquals(HIGHEST, colour(0, 1));
    }

    @Test
    void twoThousandImagesAreSortedAtOnceAndSeenFromTheBest() {
        desk.session().addImages(Collections.nCopies(2_000, Desks.red("more.png")));
        desks.tasks().runAll();
        stage.picture();
        press(KeyCode.DOWN);
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.RIGHT);
        assertTrue(map().view().scrollY() > 0);

        press(KeyCode.S);
        desks.tasks().runAll();
        stage.picture();

        assertEquals(2_002, table().rows());
        assertEquals(desk.session().document().images().get(1), table().image(0));
        assertEquals(0, map().view().scrollY());
    }

    @Test
    void aClickChoosesACellAndEnterGoesToItsImage() {
        click(map().view().x(0) + 5, map().view().y(1) + 5);
        assertEquals(List.of(), opened);
        press(KeyCode.ENTER);

        assertEquals(desk.session().document().images().subList(1, 2), opened);
    }

    @Test
    void aColumnWithoutNumbersIsHatched() {
        PixelReader pixels = stage.picture().getPixelReader();
        int x = (int) (mapX() + map().view().x(2)) + 2;
        int top = (int) (mapY() + map().view().y(0));
        List<Integer> colours = new ArrayList<>();
        for (int y = top; y < top + 40; y++) {
            colours.add(pixels.getArgb(x, y));
        }

        assertTrue(colours.stream().distinct().count() > 1, colours::toString);
    }

    @Test
    void thePanelShowsTheCellTheKeyboardIsOn() {
        Event.fireEvent(map(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));

        String text = stage.find(Node.class, "grid-panel").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("|"));

        assertTrue(text.contains("red.png × red"), text);
        assertTrue(text.contains("cosine|1.0000|logit|10.00|"), text);
        assertTrue(text.contains("rank among prompts|1 of 2|rank among images|1 of 2"), text);
    }

    @Test
    void modesChangeTheNumbers() {
        stage.find(ToggleButton.class, "grid-mode-2").fire();
        desks.tasks().runAll();

        assertEquals(
                "Colours from <0.1 % to >99.9 %, softmax over prompts",
                stage.find(Node.class, "grid-legend").getAccessibleText());
    }

    @Test
    void cellsSelectedByKeysAreSummedUp() {
        press(KeyCode.DOWN);
        Event.fireEvent(map(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, true, false, false, false));
        Event.fireEvent(map(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, true, false, false, false));
        desks.tasks().runAll();

        String text = stage.find(Node.class, "grid-panel").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("|"));

        assertTrue(text.startsWith("2 images × 2 prompts selected|cosine|numbers|4|mean|0.505|"), text);
        stage.save("grid-selection");
    }

    @Test
    void withoutLabelsThePageSaysWhatToDo() {
        desk.session().setLabels(List.of());

        String text = stage.scene().getRoot().lookupAll(".message-pane .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining(" "));
        assertTrue(text.startsWith("No labels yet"), text);
    }

    private HeatMap map() {
        return stage.find(HeatMap.class, "grid-map");
    }

    private GridTable table() {
        return assertInstanceOf(GridContent.Shown.class, model.contentProperty().get())
                .table();
    }

    private double mapX() {
        return map().localToScene(0, 0).getX();
    }

    private double mapY() {
        return map().localToScene(0, 0).getY();
    }

    private int colour(int row, int column) {
        return stage.picture()
                .getPixelReader()
                .getArgb(
                        (int) (mapX() + map().view().x(column)) + 5,
                        (int) (mapY() + map().view().y(row)) + 5);
    }

    private void press(KeyCode code) {
        Event.fireEvent(map(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /// @param inMapX from the left of the map
    /// @param inMapY from its top
    private void click(double inMapX, double inMapY) {
        Node canvas = map().getChildrenUnmodifiable().getFirst();
        double x = mapX() + inMapX; // an event's place is in the scene
        double y = mapY() + inMapY;
        Mouse.send(canvas, MouseEvent.MOUSE_CLICKED, MouseButton.PRIMARY, x, y);
    }
}
