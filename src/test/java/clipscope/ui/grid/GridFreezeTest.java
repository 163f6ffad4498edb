package clipscope.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.heatmap.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Freezing as a person does it: by keys, by the menu of the order, by the other mouse button.
@FxTest
class GridFreezeTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final GridViewModel model = new GridViewModel(desk, _ -> {});
    private final GridView view = new GridView(model);
    private final PageStage stage = new PageStage(view.node(), 1000, 700);
    private final Stage window = new Stage();

    @BeforeEach
    void fortyImagesAndTwentyLabels() {
        desks.open();
        List<ImageSource> images = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            images.add(i % 3 == 0 ? Desks.red("red " + i + ".png") : Desks.blue("blue " + i + ".png"));
        }
        desk.session().addImages(images);
        desk.session()
                .setLabels(Stream.of("%s", "a %s photo", "the %s drawing", "a %s picture", "the %s photo")
                        .flatMap(words ->
                                Stream.of("red", "blue", "green", "yellow").map(words::formatted))
                        .toList());
        desks.tasks().runAll();
        window.setScene(stage.scene());
        window.show();
        stage.picture();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void keysFreezeTheImageAndThePromptOfTheCell() {
        press(KeyCode.DOWN, false);
        press(KeyCode.DOWN, false);
        press(KeyCode.RIGHT, false);

        press(KeyCode.F, false);
        press(KeyCode.F, true);
        desks.tasks().runAll();
        press(KeyCode.PAGE_DOWN, false);
        press(KeyCode.PAGE_DOWN, false);
        stage.picture();

        assertTrue(map().view().scrollY() > 0);
        assertEquals(map().view().metrics().columnHeader(), map().view().y(0), "the frozen row is where it was");
        assertEquals(1, map().view().down().held());
        assertEquals(1, map().view().across().held());
        assertTrue(map().getAccessibleText().endsWith("prompt frozen"), map().getAccessibleText());
        stage.save("grid-frozen");
        stage.dark();
        stage.save("grid-frozen-dark");
        stage.light();
    }

    @Test
    void theMenuOfTheOrderSaysWhatItDoesAndDoesIt() {
        assertTrue(orderItem("Freeze the image").isDisable(), "no cell is meant yet");
        assertTrue(orderItem("Unfreeze everything").isDisable());
        press(KeyCode.DOWN, false);

        orderItem("Freeze the prompt").fire();
        desks.tasks().runAll();

        assertEquals(1, map().view().across().frozen());
        assertFalse(orderItem("Unfreeze the prompt").isDisable());
        orderItem("Unfreeze everything").fire();
        desks.tasks().runAll();
        assertEquals(0, map().view().across().frozen());
    }

    @Test
    void theOtherMouseButtonGoesToTheCellAndOffersWhatFits() {
        double x = map().view().x(2) + 5;
        double y = map().view().y(3) + 5;

        ask(x, y);
        ContextMenu menu = menu();
        assertEquals(
                List.of(
                        "Freeze the image",
                        "Freeze the prompt",
                        "Unfreeze everything",
                        "Sort by the prompt",
                        "Open in Classify ⏎"),
                texts(menu));
        menu.getItems().getFirst().fire();
        menu.hide();
        desks.tasks().runAll();

        assertEquals("red 3.png", desk.session().source(shownImage(0)).shortName());
        assertEquals("green", model.cursorProperty().get().orElseThrow().label());
        ask(20, map().view().y(0) + 5);
        assertEquals(List.of("Unfreeze the image", "Unfreeze everything", "Open in Classify ⏎"), texts(menu()));
        menu().hide();
        ask(x, 20);
        assertEquals(List.of("Freeze the prompt", "Unfreeze everything", "Sort by the prompt"), texts(menu()));
        menu().hide();
    }

    @Test
    void selectedCellsStaySelectedUnderTheOtherMouseButton() {
        press(KeyCode.DOWN, false);
        press(KeyCode.DOWN, true);
        press(KeyCode.DOWN, true);
        desks.tasks().runAll();

        ask(map().view().x(0) + 5, map().view().y(1) + 5);
        assertEquals("Freeze 3 images", menu().getItems().getFirst().getText());
        menu().getItems().getFirst().fire();
        menu().hide();
        desks.tasks().runAll();
        stage.picture();

        assertEquals(3, map().view().down().held());
        stage.save("grid-frozen-rows");
    }

    @Test
    void sortingLeavesTheFrozenRowsWhereTheyAre() {
        press(KeyCode.DOWN, false);
        press(KeyCode.F, false); // a red one
        desks.tasks().runAll();

        model.sortBy("blue");
        desks.tasks().runAll();

        assertEquals("red 0.png", desk.session().source(shownImage(0)).shortName());
        assertEquals("blue 1.png", desk.session().source(shownImage(1)).shortName());
    }

    private ImageId shownImage(int row) {
        return ((GridContent.Shown) model.contentProperty().get()).table().image(row);
    }

    private MenuItem orderItem(String text) {
        return stage.find(MenuButton.class, "grid-order").getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + text));
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu is open"));
    }

    private static List<String> texts(ContextMenu menu) {
        return menu.getItems().stream()
                .map(MenuItem::getText)
                .filter(text -> text != null)
                .toList();
    }

    private HeatMap map() {
        return stage.find(HeatMap.class, "grid-map");
    }

    private void press(KeyCode code, boolean shift) {
        Event.fireEvent(map(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    /// @param x from the left of the map
    /// @param y from its top
    private void ask(double x, double y) {
        double sceneX = map().localToScene(x, y).getX();
        double sceneY = map().localToScene(x, y).getY();
        Event.fireEvent(
                map(),
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        sceneX,
                        sceneY,
                        sceneX,
                        sceneY,
                        false,
                        new PickResult(map(), sceneX, sceneY)));
    }
}
