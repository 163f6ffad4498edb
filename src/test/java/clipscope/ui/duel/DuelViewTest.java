package clipscope.ui.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.session.Session;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.heatmap.HeatMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class DuelViewTest {

    @TempDir
    private Path folder;

    private Duels duels;
    private PageStage stage;
    private Session session;

    @BeforeEach
    void open() {
        duels = new Duels(folder);
        session = duels.desk.session();
        session.addImages(IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? Desks.red("red " + i) : Desks.blue("blue " + i))
                .toList());
        session.setLabels(List.of("red", "blue", "green", "yellow", "white", "black"));
        stage = new PageStage(new DuelView(duels.model).node(), 1000, 620);
        duels.tasks.runAll();
        stage.picture();
    }

    private void compare() {
        duels.model.choose(Duels.RIGHT);
        duels.model.setRightTemplate("blue {}");
        duels.tasks.runAll();
        stage.picture();
    }

    @Test
    void modelsAreOfferedAndOneOfThemIsChosenAtAClick() {
        assertEquals(
                List.of(folder.getFileName().toString(), "Open a model's folder…", "Get a model in Models"),
                stage.find(Pane.class, "duel-offers").getChildren().stream()
                        .map(node -> ((ButtonBase) node).getText())
                        .toList());

        ((ButtonBase) stage.find(Pane.class, "duel-offers").getChildren().getLast()).fire();

        assertEquals(List.of("models"), duels.asked);
    }

    @Test
    void bothGridsShowTheSamePart() {
        compare();
        HeatMap a = stage.find(HeatMap.class, "duel-map-a");
        HeatMap b = stage.find(HeatMap.class, "duel-map-b");

        a.zoom(3, 0, 0);
        press(a, KeyCode.DOWN);
        IntStream.range(0, 4).forEach(_ -> press(a, KeyCode.PAGE_DOWN));
        stage.picture();

        assertTrue(a.view().scrollY() > 0);
        assertEquals(a.view().scrollY(), b.view().scrollY());
        assertEquals(a.view().metrics().cellHeight(), b.view().metrics().cellHeight());
        assertEquals(rowOfCursor(a), rowOfCursor(b));
        assertNotEquals("red 0", rowOfCursor(a));
    }

    private static String rowOfCursor(HeatMap map) {
        return map.getAccessibleText().split(" × ", -1)[0];
    }

    @Test
    void aPictureTheyDisagreeOnIsOpenedInClassify() {
        compare();
        ListView<?> list = stage.find(ListView.class, "duel-disagreements");
        assertEquals(20, list.getItems().size(), "to B the prompt 'blue black' is the very colour of the blue ones");
        list.getSelectionModel().select(0);

        press(list, KeyCode.ENTER);

        assertEquals(session.document().images().subList(1, 2), duels.opened);
    }

    @Test
    void aTypedTemplateCountsAtEnter() {
        compare();
        TextField typed = stage.find(TextField.class, "duel-template-B");
        typed.setText("a {}");
        assertEquals("blue {}", duels.desk.second().template().text());

        Event.fireEvent(typed, new ActionEvent());

        assertEquals("a {}", duels.desk.second().template().text());
        typed.setText("");
        Event.fireEvent(typed, new ActionEvent());
        assertEquals("{}", typed.getText(), "that of the session");
    }

    @Test
    void theVerdictSaysHowManyDiffer() {
        compare();

        assertEquals(
                "20 of 40 images get another top label."
                        + " No accuracy: no picture lies in a folder that is called like a label.",
                stage.find(Label.class, "duel-verdict").getText());
    }

    @Test
    void closingBringsTheOffersBack() {
        compare();

        stage.find(ButtonBase.class, "duel-close").fire();
        duels.tasks.runAll();

        assertTrue(duels.right.closed());
        stage.find(Pane.class, "duel-offers");
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void aLongLabelLeavesTheRankCorrelationWhole() {
        session.setLabels(List.of("red", "blue", "a red square that is left of a blue circle and of much else"));
        compare();

        List<Label> numbers = stage.scene().getRoot().lookupAll(".correlation-number").stream()
                .map(Label.class::cast)
                .toList();
        numbers.forEach(number -> number.setText("−0.34")); // as wide as they get
        stage.picture();

        assertEquals(Set.of("−0.34"), numbers.stream().map(DuelViewTest::shown).collect(Collectors.toSet()));
    }

    /// {@return the text as it is drawn: with dots where it had no room}
    private static String shown(Label label) {
        return ((Text) label.lookup(".text")).getText();
    }
}
