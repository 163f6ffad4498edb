package clipscope.app;

import clipscope.app.StartTimes.Step;
import clipscope.session.SessionChange;
import clipscope.session.compare.Comparison;
import clipscope.session.desk.Desk;
import clipscope.ui.fx.FirstFrame;

/// Sees which steps of its start a window reaches.
///
/// **Thread:** Confined to the JavaFX thread.
final class StartWatch {

    private final Desk desk;
    private final StartTimes times;
    private final Runnable onResult;
    private boolean result;

    /// @param onResult called once, at the first result
    private StartWatch(Desk desk, StartTimes times, Runnable onResult) {
        this.desk = desk;
        this.times = times;
        this.onResult = onResult;
    }

    /// Watches from now on, the window being shown.
    static void begin(Desk desk, StartTimes times, Runnable onResult) {
        StartWatch watch = new StartWatch(desk, times, onResult);
        desk.session().onChange(watch::follow);
        FirstFrame.then(() -> times.reached(Step.WINDOW));
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Model() -> {
                if (desk.slot().model().isPresent()) {
                    times.reached(Step.MODEL);
                }
            }
            case SessionChange.Encoded _, SessionChange.PromptsEncoded _ -> lookForResult();
            case SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Prompts _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void lookForResult() {
        if (result) {
            return;
        }
        Comparison.Snapshot compared = desk.comparison().snapshot();
        if (!compared.images().isEmpty() && !compared.labels().isEmpty()) {
            result = true;
            times.reached(Step.RESULT);
            onResult.run();
        }
    }
}
