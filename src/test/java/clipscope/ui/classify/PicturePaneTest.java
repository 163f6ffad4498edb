package clipscope.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clipscope.ui.fx.FxTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// A picture of 400 × 200 in a place of 200 × 200: it fits at half its size, 50 pixels from the top.
@FxTest
class PicturePaneTest {

    private final Image image = new WritableImage(400, 200);
    private final PicturePane pane = new PicturePane();

    PicturePaneTest() {
        var _ = new Scene(pane, 200, 200);
        pane.show(image, List.of());
        pane.resize(200, 200);
        pane.layout();
    }

    @Test
    void allOfThePictureIsSeenAtFirst() {
        assertEquals(200, view().getFitWidth(), 0);
        assertEquals(50, view().getLayoutY(), 0);
    }

    @Test
    void itGrowsAboutTheMiddleAndStopsAtItsEdges() {
        press("+", KeyCode.PLUS);
        assertEquals(250, view().getFitWidth(), 0);
        assertEquals(-25, view().getLayoutX(), 0);

        for (int i = 0; i < 10; i++) {
            press("", KeyCode.RIGHT);
        }
        assertEquals(200 - 250, view().getLayoutX(), 0);
        assertEquals((200 - 125) / 2.0, view().getLayoutY(), 0.5); // not high enough to be moved

        press("0", KeyCode.DIGIT0);
        assertEquals(1, pane.zoom(), 0);
        assertEquals(0, view().getLayoutX(), 0);
    }

    @Test
    void itIsNeverSmallerThanItsPlace() {
        press("-", KeyCode.MINUS);

        assertEquals(1, pane.zoom(), 0);
    }

    @Test
    void theSamePictureKeepsItsSizeAndAnotherIsSeenWhole() {
        press("+", KeyCode.PLUS);

        pane.show(image, List.of(new SeenArea(0.25, 0, 0.5, 1)));
        assertEquals(1.25, pane.zoom(), 0);

        pane.show(new WritableImage(10, 10), List.of());
        assertEquals(1, pane.zoom(), 0);
    }

    @Test
    void onePartIsBrightAndSeveralAreOnlyFramed() {
        pane.show(image, List.of(new SeenArea(0.25, 0, 0.5, 1)));
        pane.layout();
        Node frame = pane.lookup(".seen-frame");
        assertEquals(50, frame.getLayoutX(), 0);
        assertEquals(100, frame.getLayoutBounds().getWidth(), 0);

        pane.show(image, List.of(new SeenArea(0, 0, 0.5, 1), new SeenArea(0.5, 0, 0.5, 1)));
        pane.layout();
        assertEquals(2, pane.lookupAll(".seen-frame").size());
        assertFalse(pane.lookup(".shade").isVisible());
    }

    private ImageView view() {
        return (ImageView) pane.lookup(".image-view");
    }

    private void press(String text, KeyCode code) {
        pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
        pane.layout();
    }
}
