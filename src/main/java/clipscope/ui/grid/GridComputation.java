package clipscope.ui.grid;

import clipscope.problem.Problem;
import clipscope.session.compare.Comparison;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.grid.table.GridScores;
import java.util.function.Consumer;

/// Computes the numbers of the grid in the background. Requests that come while it computes make one more
/// computation together, of what there is then.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridComputation {

    private final Comparison comparison;
    private final TaskRunner io;
    private final Consumer<? super GridScores> onScores;
    private final Consumer<? super Problem> onProblem;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private boolean busy;
    private boolean again;

    GridComputation(
            Comparison comparison,
            TaskRunner io,
            Consumer<? super GridScores> onScores,
            Consumer<? super Problem> onProblem) {
        this.comparison = comparison;
        this.io = io;
        this.onScores = onScores;
        this.onProblem = onProblem;
    }

    /// Computes, now or when the present computation has ended.
    void request() {
        if (busy) {
            again = true;
        } else {
            start();
        }
    }

    /// Drops the present computation: it is of a model that is no longer there.
    void cancel() {
        running.cancel();
        busy = false;
        again = false;
    }

    private void start() {
        busy = true;
        again = false;
        Comparison.Snapshot snapshot = comparison.snapshot();
        running = io.submit(_ -> GridScores.of(snapshot), this::ended);
    }

    private void ended(Outcome<GridScores> outcome) {
        busy = false;
        switch (outcome) {
            case Outcome.Done(GridScores scores) -> onScores.accept(scores);
            case Outcome.Failed(Throwable cause) -> onProblem.accept(Problem.of(cause));
        }
        if (again) {
            start();
        }
    }
}
