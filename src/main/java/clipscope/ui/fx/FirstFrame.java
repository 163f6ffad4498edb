package clipscope.ui.fx;

import javafx.animation.AnimationTimer;

/// Does something once, when the window that was just shown has been drawn.
///
/// **Thread:** Confined to the JavaFX thread.
public final class FirstFrame extends AnimationTimer {

    /// The frame of the first pulse is drawn when the second waits for it, so it was seen at the third.
    private static final int PULSES = 3;

    private final Runnable action;
    private int pulses;

    private FirstFrame(Runnable action) {
        this.action = action;
    }

    /// Waits from now on.
    public static void then(Runnable action) {
        new FirstFrame(action).start();
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == PULSES) {
            stop();
            action.run();
        }
    }
}
