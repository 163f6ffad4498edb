package clipscope.app;

import clipscope.ui.control.Page;
import clipscope.ui.fx.Debounce;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Looks at each page for a moment and closes the window: what is used at a start is then known to whoever
/// makes a cache of classes.
///
/// **Thread:** Confined to the JavaFX thread.
final class Rehearsal {

    private static final Duration LOOK = Duration.millis(400);

    private final Deque<Page> left;
    private final StringProperty shown;
    private final Stage stage;
    private final Debounce next = new Debounce(LOOK, this::step);

    /// @param shown the id of the page shown
    Rehearsal(List<Page> pages, StringProperty shown, Stage stage) {
        this.left = new ArrayDeque<>(pages);
        this.shown = shown;
        this.stage = stage;
    }

    void begin() {
        next.request();
    }

    private void step() {
        if (left.isEmpty()) {
            stage.close();
            return;
        }
        shown.set(left.removeFirst().id());
        next.request();
    }
}
