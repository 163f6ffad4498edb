package clipscope.ui.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.prompt.PromptTemplate;
import clipscope.session.Session;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
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

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
