package clipscope.ui.fx;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// A mouse for tests: events as a node gets them, without keys held.
public final class Mouse {

    private Mouse() {}

    /// Sends an event to what is under the pointer.
    ///
    /// @param button that is down or was clicked; NONE for a pointer that only moves
    /// @param x in the scene; so is y
    public static void send(Node node, EventType<MouseEvent> type, MouseButton button, double x, double y) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        button,
                        button == MouseButton.NONE ? 0 : 1,
                        false,
                        false,
                        false,
                        false,
                        button == MouseButton.PRIMARY,
                        false,
                        button == MouseButton.SECONDARY,
                        false,
                        button == MouseButton.SECONDARY,
                        true,
                        new PickResult(node, x, y)));
    }
}
