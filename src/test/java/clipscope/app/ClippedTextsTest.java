package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.ui.fx.FxTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// The window is 200 pixels wide and 100 high.
@FxTest
class ClippedTextsTest {

    @Test
    void aTextWithinItsWindowIsWhole() {
        assertEquals(List.of(), clipped(at(10, 50, "here")));
    }

    @Test
    void aTextBeyondTheWindowIsFound() {
        assertEquals(
                List.of("“here and there and everywhere” is cut at the edge of the window"),
                clipped(at(100, 50, "here and there and everywhere")));
        assertEquals(1, clipped(at(10, 120, "below")).size());
        assertEquals(1, clipped(at(-10, 50, "left")).size());
    }

    @Test
    void aTextBeyondItsPanelIsFound() {
        Pane panel = new Pane(at(30, 20, "half of it"));
        panel.getStyleClass().add("panel");
        panel.resize(50, 50);
        panel.setPrefSize(50, 50);

        List<String> found = clipped(panel);

        assertEquals(1, found.size(), found::toString);
        assertTrue(found.getFirst().startsWith("“half of it” is cut at the edge of Pane"), found::toString);
    }

    @Test
    void aTextBeyondAClipIsFound() {
        Pane pane = new Pane(at(30, 20, "half of it"));
        pane.setClip(new Rectangle(50, 50));
        pane.setPrefSize(50, 50);

        assertEquals(1, clipped(pane).size());
    }

    @Test
    void aTextThatCanBeScrolledToIsNoFaultButOneBesideWhatScrollsIs() {
        Pane tall = new Pane(at(10, 20, "seen"), at(10, 400, "below"));
        tall.setPrefSize(80, 500);
        ScrollPane scroll = new ScrollPane(tall);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(100, 80);
        assertEquals(List.of(), clipped(scroll));

        tall.getChildren().add(at(60, 20, "wider than what scrolls"));
        assertEquals(1, clipped(scroll).size());
    }

    @Test
    void whatIsNotSeenOrIsBeingTypedIsLeftOut() {
        Text hidden = at(190, 50, "hidden text");
        hidden.setVisible(false);
        TextField field = new TextField("a text much longer than the field that it is typed into");
        field.setPrefWidth(60);

        assertEquals(List.of(), clipped(hidden));
        assertEquals(List.of(), clipped(field));
    }

    private static Text at(double x, double y, String words) {
        return new Text(x, y, words);
    }

    private static List<String> clipped(Node node) {
        Pane root = new Pane(node);
        root.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Scene scene = new Scene(root, 200, 100);
        root.applyCss();
        root.layout();
        return ClippedTexts.in(scene);
    }
}
