package clipscope.ui.fx;

import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Asks something a few times a second, for as long as there is something to ask.
///
/// A running animation makes JavaFX draw sixty times a second, so an idle window must have none.
///
/// **Thread:** Confined to the JavaFX thread.
public final class Ticker {

    private final Timeline timeline;

    /// @param tick called once a period; its result says whether to go on
    public Ticker(Duration period, BooleanSupplier tick) {
        timeline = new Timeline();
        timeline.getKeyFrames().add(new KeyFrame(period, _ -> {
            if (!tick.getAsBoolean()) {
                timeline.stop();
            }
        }));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /// Begins with a whole period, unless it is running.
    public void start() {
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }

    public boolean running() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }
}
