package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A window that takes files, and an area in it that takes text, as in Classify.
@FxTest
class TextDropTest {

    private static final Path CAT = Path.of("cat.png").toAbsolutePath();
    private static final PseudoClass TEXT_OVER = PseudoClass.getPseudoClass("text-over");

    private final Clipboard dragged = Clipboard.getSystemClipboard(); // stands for what is dragged
    private final Region area = new Region();
    private final StackPane window = new StackPane(area);
    private final Region overlay = new Region();
    private final List<String> texts = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();

    TextDropTest() {
        var _ = new DropTarget(window, overlay, transfers::add, _ -> dragged);
        var _ = new TextDrop(area, texts::add, _ -> dragged);
    }

    @Test
    void textDroppedOnTheAreaIsTakenByIt() {
        dragged.setContent(Map.of(DataFormat.PLAIN_TEXT, "cat, dog"));

        fire(area, DragEvent.DRAG_OVER, null);
        assertTrue(area.getPseudoClassStates().contains(TEXT_OVER));
        assertFalse(overlay.isVisible());

        fire(area, DragEvent.DRAG_DROPPED, null);
        assertEquals(List.of("cat, dog"), texts);
        assertEquals(List.of(), transfers);
        assertFalse(area.getPseudoClassStates().contains(TEXT_OVER));
    }

    @Test
    void filesDroppedOnTheAreaAreTakenByTheWindow() {
        dragged.setContent(
                Map.of(DataFormat.FILES, List.<File>of(CAT.toFile()), DataFormat.PLAIN_TEXT, CAT.toString()));

        fire(area, DragEvent.DRAG_OVER, null);
        assertTrue(overlay.isVisible());
        fire(area, DragEvent.DRAG_DROPPED, null);

        assertEquals(List.of(CAT), transfers.getFirst().files());
        assertEquals(List.of(), texts);
        assertFalse(overlay.isVisible());
    }

    @Test
    void whatIsDraggedInsideTheWindowIsLeftAlone() {
        dragged.setContent(Map.of(DataFormat.PLAIN_TEXT, "a thumbnail"));

        fire(area, DragEvent.DRAG_OVER, window);
        fire(area, DragEvent.DRAG_DROPPED, window);

        assertEquals(List.of(), texts);
        assertEquals(List.of(), transfers);
    }

    private static void fire(Node target, EventType<DragEvent> type, @Nullable Object source) {
        Event.fireEvent(
                target, new DragEvent(target, target, type, null, 0, 0, 0, 0, TransferMode.COPY, source, target, null));
    }
}
