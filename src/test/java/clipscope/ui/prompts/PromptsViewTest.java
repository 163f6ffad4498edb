package clipscope.ui.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.prompt.PromptTemplate;
import clipscope.session.Session;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Mouse;
import clipscope.ui.heatmap.HeatMap;
import java.text.Bidi;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
class PromptsViewTest {

    private final Desks desks = new Desks();
    private final Session session = desks.desk().session();
    private final PromptsViewModel model = new PromptsViewModel(desks.desk(), _ -> {});
    private final PageStage stage = new PageStage(new PromptsView(model).node(), 926, 620);

    @BeforeEach
    void imagesAndLabels() {
        desks.open();
        session.addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png")));
        session.setLabels(List.of("red", "crane"));
        desks.tasks().runAll();
        stage.picture();
    }

    @Test
    void theSummaryTellsWhatTheEnsembleIsWorth() {
        String text = stage.find(Label.class, "prompts-summary").getText();

        assertTrue(text.startsWith("Ensemble of 6: 100.0 %"), text);
    }

    @Test
    void spaceUnticksTheTemplateAndUndoTicksItAgain() {
        ListView<?> list = stage.find(ListView.class, "prompts-templates");
        list.getSelectionModel().select(0);

        press(list, KeyCode.SPACE);
        assertEquals(5, session.document().plan().used().size());

        session.undo();
        assertEquals(6, session.document().plan().used().size());
    }

    @Test
    void deleteRemovesAndEnterUsesTheTemplate() {
        ListView<?> list = stage.find(ListView.class, "prompts-templates");
        list.getSelectionModel().select(1);

        press(list, KeyCode.ENTER);
        assertEquals(new PromptTemplate("a {}"), session.document().template());

        press(list, KeyCode.DELETE);
        assertEquals(5, session.document().plan().templates().size());
    }

    @Test
    void aTypedTemplateIsAdded() {
        TextField typed = stage.find(TextField.class, "prompts-add");
        typed.setText("the red {}");

        Event.fireEvent(typed, new ActionEvent());

        assertEquals(7, session.document().plan().templates().size());
        assertEquals("", typed.getText());
    }

    @Test
    void aTemplateWithoutItsPlaceStaysToBeMended() {
        TextField typed = stage.find(TextField.class, "prompts-add");
        typed.setText("the red");

        Event.fireEvent(typed, new ActionEvent());

        assertEquals("the red", typed.getText());
        assertEquals(
                "“the red” has no {} for the label.",
                stage.find(Label.class, "prompts-note").getText());
        assertEquals(6, session.document().plan().templates().size());
    }

    /// Pictures are encoded and labels judged while somebody types.
    @Test
    void aNameIsTypedToItsEndWhateverHappensMeanwhile() {
        showNames();
        TextField name = name("crane");
        name.requestFocus();
        name.setText("crane (bi");

        int found = model.sentence().findings().size();
        session.setTemplate(new PromptTemplate("one two three four five six seven eight {}")); // all are cut off
        desks.tasks().runAll();
        stage.picture();
        assertNotEquals(found, model.sentence().findings().size(), "the labels were judged anew");

        assertSame(name, stage.scene().getFocusOwner());
        assertEquals("crane (bi", name.getText());
        assertEquals("crane", session.document().plan().name("crane"), "nobody said that it is finished");
        name.setText("crane (bird)");
        Event.fireEvent(name, new ActionEvent());
        assertEquals("crane (bird)", session.document().plan().name("crane"));
    }

    @Test
    void aNameFollowsUndoAndNothingTypedIsTheLabelAgain() {
        showNames();
        TextField name = name("crane");
        name.setText("crane (bird)");
        Event.fireEvent(name, new ActionEvent());
        desks.tasks().runAll();

        session.undo();
        desks.tasks().runAll();
        assertEquals("crane", name("crane").getText());

        name("crane").setText(" ");
        Event.fireEvent(name("crane"), new ActionEvent());
        assertEquals("crane", name("crane").getText());
    }

    @Test
    void enterGoesFromTheListIntoTheFieldAndEscapeTakesBack() {
        showNames();
        ListView<?> list = stage.find(ListView.class, "prompts-names");
        list.requestFocus();
        list.getSelectionModel().select(1);

        press(list, KeyCode.ENTER);
        assertSame(name("crane"), stage.scene().getFocusOwner());
        name("crane").setText("something");
        press(name("crane"), KeyCode.ESCAPE);

        assertEquals("crane", name("crane").getText());
        assertSame(list, stage.scene().getFocusOwner());
        assertEquals("crane", session.document().plan().name("crane"));
        stage.save("prompts-names");
    }

    @Test
    void whatNamesAreForIsReadInFullInASmallWindow() {
        showNames();

        Label about = stage.find(Label.class, "prompts-names-about");
        assertTrue(about.getHeight() >= about.prefHeight(about.getWidth()) - 0.5, () -> "cut at " + about.getHeight());
    }

    /// The matrix ends sooner, and says so.
    @Test
    void everyLabelHasItsNameHoweverMany() {
        session.setLabels(IntStream.range(0, 250)
                .mapToObj(i -> "red ".repeat(i % 7 + 1) + i)
                .toList());
        desks.tasks().runAll();
        showNames();

        assertEquals(250, stage.find(ListView.class, "prompts-names").getItems().size());
        stage.find(ToggleButton.class, "prompts-sentence-tab-2").fire();
        assertEquals(
                "The first 200 of 250 labels",
                stage.find(Label.class, "prompts-likeness-first").getText());
    }

    @Test
    void aHeadOfWhatCannotBeSortedPromisesNoSorting() {
        stage.find(ToggleButton.class, "prompts-lab-tab-1").fire();
        stage.find(ToggleButton.class, "prompts-sentence-tab-2").fire();
        stage.picture();

        for (String id : List.of("prompts-strip", "prompts-likeness")) {
            HeatMap map = stage.find(HeatMap.class, id);
            pointAt(map, map.view().x(0) + 5, map.view().y(0) - 5);
            assertEquals("red", ((Label) map.lookup(".heat-map-tip")).getText(), id);
        }
        assertEquals(
                "Templates by labels", stage.find(Node.class, "prompts-strip").getAccessibleText());
        assertEquals(
                "Cosines of the prompts with each other",
                stage.find(Node.class, "prompts-likeness").getAccessibleText());
    }

    /// Results come one after the other while images are encoded.
    @Test
    void theImageChosenSideBySideStaysChosenWhenMoreAreMeasured() {
        stage.find(ToggleButton.class, "prompts-lab-tab-2").fire();
        TableView<?> table = stage.find(TableView.class, "prompts-side-by-side");
        table.getSelectionModel().select(1);
        table.getColumns().getFirst().setPrefWidth(222);

        session.addImages(List.of(Desks.red("more.png")));
        desks.tasks().runAll();

        assertEquals(3, table.getItems().size());
        assertEquals(1, table.getSelectionModel().getSelectedIndex());
        assertEquals(222, table.getColumns().getFirst().getPrefWidth());
        assertEquals("more.png", table.getColumns().getFirst().getCellData(2));
        session.undo();
        desks.tasks().runAll();
        assertEquals(2, table.getItems().size());
        stage.picture();
        stage.save("prompts-side-by-side");
    }

    @Test
    void withoutLabelsNoTableTellsOfThem() {
        stage.find(ToggleButton.class, "prompts-lab-tab-2").fire();
        TableView<?> table = stage.find(TableView.class, "prompts-side-by-side");
        assertEquals(2, table.getItems().size());

        session.setLabels(List.of());
        desks.tasks().runAll();

        assertEquals(0, table.getItems().size());
        stage.find(ToggleButton.class, "prompts-lab-tab-1").fire();
        assertEquals(
                "Heat map of 0 images and 0 prompts",
                stage.find(Node.class, "prompts-strip").getAccessibleText());
    }

    @Test
    void whoComesToAListByKeysSeesIt() {
        ListView<?> list = stage.find(ListView.class, "prompts-templates");
        PixelReader before = stage.picture().getPixelReader();
        Point2D edge = list.localToScene(-1, 30);
        Color paper = before.getColor((int) edge.getX(), (int) edge.getY());

        list.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);

        PixelReader after = stage.picture().getPixelReader();
        assertNotEquals(paper, after.getColor((int) edge.getX(), (int) edge.getY()));
    }

    /// JavaFX takes the direction of a paragraph from its first letter.
    @Test
    void aFindingOnAnArabicLabelReadsFromLeftToRight() {
        session.setLabels(List.of("كلب", "red"));
        desks.tasks().runAll();
        stage.picture();

        Label finding = (Label) stage.find(Node.class, "prompts-findings").lookup(".finding-text");
        Bidi direction = new Bidi(finding.getText(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        assertTrue(direction.baseIsLeftToRight(), finding.getText());
    }

    @Test
    void theTermsOfASumStandBesideTheirTabs() {
        stage.find(ToggleButton.class, "prompts-versions-tab-1").fire();
        model.sum().add("red");
        desks.tasks().runAll();
        stage.picture();
        stage.picture(); // the second time it knows how wide it is

        assertEquals(middle("prompts-versions-tab-1"), middle("prompts-term"), 1);
    }

    /// A link here is a command: it looks the same after it was used.
    @Test
    void aLinkKeepsItsColour() {
        Hyperlink all = stage.find(Hyperlink.class, "prompts-select");
        stage.picture();
        Paint before = all.getTextFill();

        all.setVisited(true);
        stage.picture();

        assertEquals(before, all.getTextFill());
    }

    @Test
    void aTypedPromptIsLookedThrough() {
        model.sentence().look("red without blue");
        desks.tasks().runAll();
        stage.picture();

        Hyperlink fix = (Hyperlink) stage.find(Node.class, "prompts-findings").lookup(".hyperlink");
        assertEquals("Say “red”", fix.getText());
        fix.fire();
        assertEquals("red", stage.find(TextField.class, "prompts-prompt").getText());
    }

    @Test
    void piecesStandWithTheirIds() {
        model.sentence().look("red photo");
        desks.tasks().runAll();
        stage.picture();

        assertEquals(2, stage.find(Pane.class, "prompts-pieces").getChildren().size());
        assertEquals("4 of 10", stage.find(Label.class, "prompts-token-count").getText());
    }

    /// A label may be one word of any length, and so may what is offered to be done with it.
    @Test
    void aLongWordPushesNothingBeyondTheEdge() {
        session.setLabels(List.of("x".repeat(300), "red"));
        desks.tasks().runAll();
        model.sentence().look("a " + "y".repeat(300));
        desks.tasks().runAll();
        stage.picture();
        stage.save("prompts-long-word");

        Node findings = stage.find(Node.class, "prompts-findings");
        assertTrue(!findings.lookupAll(".hyperlink").isEmpty());
        for (String id : List.of("prompts-prompt", "prompts-pieces", "prompts-findings")) {
            Node node = stage.find(Node.class, id);
            double edge = node.localToScene(node.getLayoutBounds()).getMaxX();
            assertTrue(edge <= stage.scene().getWidth(), () -> id + " ends at " + edge);
        }
    }

    @Test
    void aFixIsALink() {
        Hyperlink fix = stage.find(Node.class, "prompts-findings").lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("Say “crane (bird)”"))
                .findFirst()
                .orElseThrow();

        fix.fire();

        assertEquals("crane (bird)", session.document().plan().name("crane"));
    }

    @Test
    void everyTabFitsIntoASmallWindow() {
        for (String tab : List.of(
                "prompts-lab-tab-1",
                "prompts-lab-tab-2",
                "prompts-sentence-tab-1",
                "prompts-sentence-tab-2",
                "prompts-versions-tab-1")) {
            stage.find(ToggleButton.class, tab).fire();
            desks.tasks().runAll();
            stage.picture();
        }
        stage.save("prompts-tabs");
        model.sum().add("red");
        desks.tasks().runAll();
        stage.picture();
        stage.save("prompts-sum");
        Node gallery = stage.find(Node.class, "prompts-gallery");
        assertTrue(gallery.isVisible());
        assertTrue(gallery.localToScene(gallery.getLayoutBounds()).getMaxY() <= 620, "the gallery is not cut");
        Node lab = stage.find(Node.class, "prompts-lab");
        Node sentence = stage.find(Node.class, "prompts-sentence");
        assertTrue(
                lab.localToScene(lab.getLayoutBounds()).getMaxX()
                        <= sentence.localToScene(sentence.getLayoutBounds()).getMinX(),
                "the panels do not overlap");
    }

    private void showNames() {
        stage.find(ToggleButton.class, "prompts-sentence-tab-1").fire();
        stage.picture();
    }

    private TextField name(String label) {
        return stage.find(ListView.class, "prompts-names").lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> ("Name of " + label + " in the prompts").equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private double middle(String id) {
        Node node = stage.find(Node.class, id);
        return node.localToScene(node.getLayoutBounds()).getCenterY();
    }

    private static void pointAt(HeatMap map, double x, double y) {
        Node canvas = map.getChildrenUnmodifiable().getFirst();
        Point2D at = canvas.localToScene(x, y);
        Mouse.send(canvas, MouseEvent.MOUSE_MOVED, MouseButton.NONE, at.getX(), at.getY());
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
