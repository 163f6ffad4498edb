package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a label takes from the others, in the whole window with the samples: beside what it speaks of.
@FxTest
class LabelEffectWindowTest {

    @ParameterizedTest
    @CsvSource({"1000, 700, DARK", "1400, 900, LIGHT"})
    void itCoversNoLabelAndIsWholeOnTheScreen(double width, double height, Theme theme) {
        try (WholeWindow window = new WholeWindow()) {
            window.begin();
            window.open(theme, width, height);
            Scene scene = window.stage.getScene();
            Node labels = Objects.requireNonNull(scene.lookup("#classify-labels"));
            labels.requestFocus();
            press(labels, KeyCode.HOME);
            press(labels, KeyCode.E);
            window.rest();

            List<Node> shown = Window.getWindows().stream()
                    .map(each -> each.getScene().lookup("#classify-effect"))
                    .filter(Objects::nonNull)
                    .toList();
            assertEquals(1, shown.size());
            Scene popover = shown.getFirst().getScene();
            Path folder = Path.of("target", "snapshots");
            String name = "effect-" + theme.name().toLowerCase(Locale.ROOT);
            Snapshots.save(Snapshots.of(popover), folder.resolve(name + ".png"));
            Snapshots.save(Snapshots.of(scene), folder.resolve(name + "-window.png"));

            Bounds content = onScreen(shown.getFirst());
            assertTrue(content.getMaxX() <= onScreen(labels).getMinX(), "it ends where the labels begin");
            assertTrue(content.getMinX() >= 0 && content.getMinY() >= 0, content::toString);
            assertEquals(List.of(), ClippedTexts.in(popover));
            popover.getWindow().hide();
        }
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
