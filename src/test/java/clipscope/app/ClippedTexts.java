package clipscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/// Texts that lie partly beyond the edge of what shows them: of the window, of their panel, or of what
/// scrolls them, where that does not scroll in their direction.
///
/// What a field holds is left out: whoever types sees the rest.
final class ClippedTexts {

    /// The parts of a ScrollPane and of a VirtualFlow that cut off what is scrolled away.
    private static final Set<String> INSIDE_WHAT_SCROLLS = Set.of("viewport", "clipped-container");

    private static final double TOLERANCE = 1; // pixels, of rounding

    private final Scene scene;
    private final List<String> found = new ArrayList<>();

    private ClippedTexts(Scene scene) {
        this.scene = scene;
    }

    /// {@return each such text, with the edge it crosses}
    static List<String> in(Scene scene) {
        ClippedTexts texts = new ClippedTexts(scene);
        texts.visit(scene.getRoot());
        return texts.found;
    }

    private void visit(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0 || node instanceof TextInputControl) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            check(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::visit);
        }
    }

    /// Goes outwards; beyond what scrolls the text, what scrolls stands for it.
    private void check(Text text) {
        Bounds shown = inScene(text);
        Parent within = text.getParent();
        while (within != null) {
            boolean across = scrolls(within, Orientation.HORIZONTAL);
            boolean down = scrolls(within, Orientation.VERTICAL);
            if (across || down || cuts(within)) {
                compare(text, shown, inScene(within), within.toString(), across, down);
            }
            if (across || down) {
                shown = inScene(within);
            }
            within = within.getParent();
        }
        compare(text, shown, new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), "the window", false, false);
    }

    private static boolean cuts(Parent parent) {
        boolean scrolled = parent.getStyleClass().stream().anyMatch(INSIDE_WHAT_SCROLLS::contains);
        return (parent.getClip() != null && !scrolled) || parent.getStyleClass().contains("panel");
    }

    private static boolean scrolls(Parent parent, Orientation direction) {
        return switch (parent) {
            case ListView<?> list -> list.getOrientation() == direction;
            case VirtualFlow<?> flow -> flow.isVertical() == (direction == Orientation.VERTICAL);
            case ScrollPane pane ->
                direction == Orientation.VERTICAL
                        ? pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER
                        : !pane.isFitToWidth() && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
            default -> hasBar(parent, direction);
        };
    }

    /// What scrolls by itself has a bar among its own parts.
    private static boolean hasBar(Parent parent, Orientation direction) {
        return parent.getChildrenUnmodifiable().stream()
                .anyMatch(child ->
                        child instanceof ScrollBar bar && bar.isVisible() && bar.getOrientation() == direction);
    }

    private void compare(Text text, Bounds shown, Bounds room, String of, boolean across, boolean down) {
        boolean beside = shown.getMinX() < room.getMinX() - TOLERANCE || shown.getMaxX() > room.getMaxX() + TOLERANCE;
        boolean above = shown.getMinY() < room.getMinY() - TOLERANCE || shown.getMaxY() > room.getMaxY() + TOLERANCE;
        if ((beside && !across) || (above && !down)) {
            found.add("“%s” is cut at the edge of %s".formatted(text.getText(), of));
        }
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
