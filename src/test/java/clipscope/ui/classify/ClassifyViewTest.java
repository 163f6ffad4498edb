package clipscope.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.session.Session;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Mouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@FxTest
class ClassifyViewTest {

    private static final Duration SETTLED = Duration.millis(300); // the bars' 200 ms, and a frame or two
    private static final Duration ANSWERED = Duration.millis(150); // half of what a person waits for after the last key

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final Session session = desk.session();
    private final List<String> asked = new ArrayList<>();
    private final PageStage stage = new PageStage(
            new ClassifyView(new ClassifyViewModel(desk, () -> asked.add("files"), NoFiles.HERE)).node(), 1000, 700);

    @Test
    void barsStandInTheOrderOfTheirProbabilitiesAndAreAsLong() {
        ready("blue", "red", "yellow");

        List<Node> rows = rows();

        assertEquals(
                List.of("red", "yellow", "blue"), rows.stream().map(this::name).toList());
        List<Double> lengths = rows.stream().map(ClassifyViewTest::length).toList();
        double track = ((Region) rows.getFirst().lookup(".bar")).getWidth();
        assertTrue(lengths.get(0) > lengths.get(1) && lengths.get(1) > lengths.get(2), lengths::toString);
        // cosines of red, (1, 0, 0, 0.1) with itself, with (1, 1, 0, 0.1) and (0, 0, 1, 0.1); logit scale 10
        double second = Math.exp(10 * (1.01 / Math.sqrt(1.01 * 2.01) - 1));
        double third = Math.exp(10 * (0.01 / 1.01 - 1));
        assertEquals(track / (1 + second + third), lengths.get(0), 1);
    }

    @Test
    void theColumnSaysWhoseProbabilitiesTheyAreAndALabelThatIsAloneSaysSo() {
        ready("red");
        Label column = stage.find(Label.class, "classify-probability-name");
        assertEquals("probability", column.getText());
        assertEquals("alone: always 100 %", ((Label) rows().getFirst().lookup(".label-note")).getText());

        desks.open(new FakeClipModel("siglip", Path.of("models", "siglip"), new ScoreRule.Sigmoid(10, -5)));
        desks.tasks().runAll();
        stage.picture();

        assertEquals("probability (sigmoid)", column.getText());
        assertTrue(column.getWidth() >= column.prefWidth(-1), "the name is not cut");
        column.getTooltip().getOnShowing().handle(new WindowEvent(null, WindowEvent.WINDOW_SHOWING));
        assertTrue(column.getTooltip().getText().startsWith("Each label is judged alone"));
        assertTrue(!rows().getFirst().lookup(".label-note").isVisible());
        stage.save("classify-siglip");
    }

    @Test
    void labelsThatFitAsWellAsTheBestAreMarkedAndNoOthers() {
        ready("blue", "red", "the red");
        Label margin = stage.find(Label.class, "classify-margin");

        assertEquals(
                List.of("red ≈", "the red ≈", "blue"),
                rows().stream()
                        .map(row -> name(row) + (shows(row.lookup(".near")) ? " ≈" : ""))
                        .toList());
        assertEquals("Tie of 2 labels (≈): 0.00 logits", margin.getText());
        assertTrue(rows().getFirst().getAccessibleText().endsWith("; about as high as the best"));
        stage.save("classify-ties");

        session.setLabels(List.of("blue", "red"));
        desks.tasks().runAll();
        stage.picture();

        assertTrue(rows().stream().noneMatch(row -> shows(row.lookup(".near"))));
        assertTrue(margin.getText().startsWith("Margin to second: "), margin::getText);
        assertNull(margin.getTooltip());
    }

    private static boolean shows(@Nullable Node node) {
        return node != null && node.isVisible();
    }

    @Test
    void anotherImagesBarsAreMirrored() {
        ready("red", "blue");
        session.addImages(List.of(Desks.blue("second")));
        desks.tasks().runAll();
        ListView<?> strip = stage.find(ListView.class, "classify-filmstrip");
        stage.picture();
        menu(strip, 1);
        strip.getContextMenu().getItems().getFirst().fire();
        stage.wait(SETTLED);

        Node row = rows().getFirst();
        assertEquals("red", name(row));
        assertTrue(((Region) row.lookup(".other-fill")).getWidth() < length(row));
        assertTrue(stage.find(Node.class, "classify-compared").isVisible());
        stage.save("classify-compared");
    }

    @Test
    void rowsMoveToTheirNewPlacesWithinAMoment() {
        ready("red", "blue");
        session.addImages(List.of(Desks.blue("blue")));
        session.select(session.document().images().getLast());
        desks.tasks().runAll();

        stage.wait(SETTLED);

        assertEquals(List.of("blue", "red"), rows().stream().map(this::name).toList());
    }

    @Test
    void typingATemplateIsFollowedWithoutAnotherKey() {
        ready("red", "blue");

        stage.find(TextField.class, "classify-template").setText("a photo of {}");
        stage.wait(ANSWERED);

        assertEquals(new PromptTemplate("a photo of {}"), session.document().template());
    }

    @Test
    void aTemplateWithoutAPlaceIsWarnedOf() {
        ready("red", "blue");
        Label warning = stage.find(Label.class, "classify-template-warning");
        assertTrue(!warning.isVisible());

        session.setTemplate(new PromptTemplate("a photo"));

        assertTrue(warning.isVisible());
        assertEquals("Without {} every label makes the same prompt.", warning.getText());
    }

    @Test
    void typingALabelIsFollowedAndEnterKeepsIt() {
        ready("red");
        TextField field = stage.find(TextField.class, "classify-add-label");

        field.setText("blue, green");
        stage.wait(ANSWERED);
        assertEquals(List.of("red", "blue", "green"), session.document().labels());

        Event.fireEvent(field, new javafx.event.ActionEvent());
        assertEquals("", field.getText());
        stage.wait(ANSWERED);
        assertEquals(List.of("red", "blue", "green"), session.document().labels());
    }

    @Test
    void escapeForgetsALabelThatIsBeingTyped() {
        ready("red");
        TextField field = stage.find(TextField.class, "classify-add-label");
        field.setText("blue");
        stage.wait(ANSWERED);

        press(field, KeyCode.ESCAPE, false);
        stage.wait(ANSWERED);

        assertEquals(List.of("red"), session.document().labels());
        assertEquals("", field.getText());
    }

    @Test
    void labelsAreChosenMovedEditedAndRemovedByKeys() {
        ready("blue", "red");
        Node table = stage.find(Node.class, "classify-labels");

        press(table, KeyCode.DOWN, false); // from red, the best, to blue
        press(table, KeyCode.DOWN, true); // blue was typed first
        assertEquals(List.of("red", "blue"), session.document().labels());

        press(table, KeyCode.F2, false);
        TextField edit = stage.find(TextField.class, "classify-label-edit");
        assertEquals("blue", edit.getText());
        edit.setText("green");
        stage.wait(ANSWERED);
        assertEquals(List.of("red", "green"), session.document().labels());
        Event.fireEvent(edit, new javafx.event.ActionEvent());
        assertEquals(List.of("red", "green"), session.document().labels());

        press(table, KeyCode.DELETE, false);
        assertEquals(List.of("red"), session.document().labels());
    }

    @Test
    void aLabelWithACommaStaysOneWhenItIsEdited() {
        ready("blue, and red");
        press(stage.find(Node.class, "classify-labels"), KeyCode.F2, false);
        TextField edit = stage.find(TextField.class, "classify-label-edit");
        assertEquals("\"blue, and red\"", edit.getText());

        Event.fireEvent(edit, new javafx.event.ActionEvent());

        assertEquals(List.of("blue, and red"), session.document().labels());
    }

    @Test
    void escapeBringsBackALabelThatIsBeingEdited() {
        ready("red");
        press(stage.find(Node.class, "classify-labels"), KeyCode.F2, false);
        TextField edit = stage.find(TextField.class, "classify-label-edit");
        edit.setText("redder");
        stage.wait(ANSWERED);
        assertEquals(List.of("redder"), session.document().labels());

        press(edit, KeyCode.ESCAPE, false);

        assertEquals(List.of("red"), session.document().labels());
    }

    @Test
    void aLabelTheModelNeverMetSaysSoInsteadOfANumber() {
        ready("red", "giraffe");

        Node row = rows().getLast();

        assertEquals("giraffe: not in this model's vocabulary", row.getAccessibleText());
        assertTrue(!row.lookup(".bars").isVisible());
    }

    /// The double's context is ten tokens, start and end included.
    @Test
    void aPromptThatWasCutSaysSo() {
        ready("red", "a red a red a red a red a red a red");

        List<String> notes = rows().stream()
                .map(row -> ((Label) row.lookup(".label-note")))
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();

        assertEquals(List.of("cut to 10 tokens: 4 dropped"), notes);
    }

    @Test
    void aSingleLabelIsNoComparison() {
        ready("red");

        assertEquals(
                "One label alone is always 100 %. Add another, or compare with other words below.",
                stage.find(Label.class, "classify-notice").getText());
    }

    @Test
    void aThousandLabelsNeedNoMoreRowsThanAreSeen() {
        List<String> labels = new ArrayList<>(List.of("red", "blue"));
        for (int i = 0; i < 1_000; i++) {
            labels.add("red " + "a ".repeat(i % 7) + i);
        }
        ready(labels.toArray(String[]::new));

        assertTrue(rows().size() < 30, () -> rows().size() + " rows");
    }

    @Test
    void theStripRemovesAndMovesTheImageLookedAt() {
        ready("red");
        List<ImageId> added = session.addImages(List.of(Desks.blue("blue"), Desks.red("red 2")));
        desks.tasks().runAll();
        stage.picture();
        ListView<?> strip = stage.find(ListView.class, "classify-filmstrip");
        session.select(added.get(0));

        press(strip, KeyCode.RIGHT, true);
        assertEquals(added.reversed(), session.document().images().subList(1, 3));
        press(strip, KeyCode.DELETE, false);
        assertEquals(Optional.of(added.get(1)), session.selected());
        assertEquals(2, session.document().images().size());
    }

    @Test
    void twoThousandImagesNeedNoMoreCellsThanAreSeen() {
        desks.open();
        session.addImages(Collections.nCopies(2_000, Desks.red("red")));
        desks.tasks().runAll();
        stage.picture();

        int cells = stage.find(Node.class, "classify-filmstrip")
                .lookupAll(".list-cell")
                .size();
        assertTrue(cells > 5 && cells < 30, () -> cells + " cells");
    }

    @Test
    void theMenuOfTheStripIsForTheImageUnderThePointer() {
        List<ImageId> images = session.addImages(List.of(Desks.red("red"), Desks.missing("gone.png")));
        desks.tasks().runAll();
        stage.picture();
        ListView<?> strip = stage.find(ListView.class, "classify-filmstrip");

        assertEquals(List.of("Compare with this image", "Remove", "Remove all others"), menu(strip, 0));
        assertEquals(List.of("Compare with this image", "Remove", "Remove all others", "Copy path"), menu(strip, 1));
        assertEquals(Optional.of(images.getFirst()), session.selected(), "the one looked at stays");

        strip.getContextMenu().getItems().get(1).fire();
        assertEquals(List.of("red"), names());
        assertEquals(List.of(), menu(strip, 2), "beside the images there is none");
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheImageLookedAt() {
        session.addImages(List.of(Desks.red("red"), Desks.missing("gone.png")));
        desks.tasks().runAll();
        ListView<?> strip = stage.find(ListView.class, "classify-filmstrip");
        session.select(session.document().images().getLast());

        Event.fireEvent(
                strip, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, true, null));

        strip.getContextMenu().getItems().get(1).fire();
        assertEquals(List.of("red"), names());
    }

    /// {@return what the menu offers before it opens, which an empty one never does, after a press with the
    /// right button on a cell}
    private static List<String> menu(ListView<?> strip, int cell) {
        Node node = strip.lookupAll(".list-cell").stream()
                .filter(each -> ((IndexedCell<?>) each).getIndex() == cell)
                .findFirst()
                .orElseThrow();
        Node frame = Objects.requireNonNullElse(node.lookup(".frame"), node);
        Mouse.send(frame, MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY, 10, 10);
        Event.fireEvent(
                node,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, false, new PickResult(frame, 10, 10)));
        return strip.getContextMenu().getItems().stream().map(MenuItem::getText).toList();
    }

    private List<String> names() {
        return session.document().images().stream()
                .map(id -> session.source(id).name())
                .toList();
    }

    @Test
    void aListOfLinesBecomesLabelsAndASquarePictureIsSeenWhole() {
        ready("red");

        stage.find(TextField.class, "classify-add-label").replaceSelection("blue\ngreen");
        Event.fireEvent(stage.find(TextField.class, "classify-add-label"), new ActionEvent());

        assertEquals(List.of("red", "blue", "green"), session.document().labels());
        assertEquals(
                "The model sees the whole picture.",
                stage.find(Label.class, "classify-picture-seen").getText());
    }

    @Test
    void thePlusAsksForFiles() {
        stage.find(Button.class, "classify-add-images").fire();

        assertEquals(List.of("files"), asked);
    }

    @Test
    void anUnreadableFileSaysWhyInPlaceOfThePictureAndGoes() {
        session.addImages(List.of(Desks.missing("gone.png"), Desks.red("red")));
        desks.tasks().runAll();

        stage.find(Button.class, "classify-picture-remove").fire();
        desks.tasks().runAll();

        assertEquals(1, session.document().images().size());
        assertEquals("red", stage.find(Label.class, "classify-picture-name").getText());
    }

    @Test
    void whatIsSaidOfAnUnreadableFileIsSeenAfterAPicture() {
        session.addImages(List.of(Desks.red("red"), Desks.missing("gone.png")));
        desks.tasks().runAll();
        stage.picture();

        session.select(session.document().images().getLast());
        desks.tasks().runAll();
        for (int i = 0; i < 3; i++) { // what is measured in its own size grows at every pass of the style sheets
            stage.dark();
            stage.picture();
            stage.light();
            stage.picture();
        }

        Region area = stage.find(Region.class, "classify-picture");
        Button remove = stage.find(Button.class, "classify-picture-remove");
        assertTrue(area.localToScene(area.getLayoutBounds()).contains(remove.localToScene(remove.getLayoutBounds())));
    }

    private void ready(String... labels) {
        desks.open();
        session.addImages(List.of(Desks.red("red")));
        session.setLabels(List.of(labels));
        desks.tasks().runAll();
        stage.picture();
        stage.wait(SETTLED);
        stage.picture();
    }

    private List<Node> rows() {
        return stage.find(Node.class, "classify-labels").lookupAll(".label-row").stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .toList();
    }

    private String name(Node row) {
        return ((Label) row.lookup(".label-name")).getText();
    }

    private static double length(Node row) {
        return ((Region) row.lookup(".bar-fill")).getWidth();
    }

    private static void press(Node node, KeyCode code, boolean alt) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
    }
}
