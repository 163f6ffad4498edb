package clipscope.ui.fx;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Does something once, a moment after the last of many requests: work that would follow every key of a
/// typist.
///
/// **Thread:** Confined to the JavaFX thread.
public final class Debounce {

    private final PauseTransition pause;
    private final Runnable action;

    public Debounce(Duration quiet, Runnable action) {
        this.pause = new PauseTransition(quiet);
        this.action = action;
        pause.setOnFinished(_ -> action.run());
    }

    /// Asks for the action; an earlier request that still waits is forgotten.
    public void request() {
        pause.playFromStart();
    }

    /// Does what waits at once; nothing if nothing waits.
    public void flush() {
        if (waiting()) {
            pause.stop();
            action.run();
        }
    }

    public void cancel() {
        pause.stop();
    }

    public boolean waiting() {
        return pause.getStatus() == Animation.Status.RUNNING;
    }
}
