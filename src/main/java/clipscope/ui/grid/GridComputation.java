package clipscope.ui.grid;

import clipscope.problem.Problem;
import clipscope.session.compare.Comparison;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.grid.table.GridScores;
import clipscope.ui.grid.table.GridTable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Computes the numbers of the grid and arranges them, in the background. Requests that come while it
/// computes make one more computation together, of what there is then.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridComputation {

    private final Comparison comparison;
    private final TaskRunner io;
    private final Supplier<GridTable.Content> wanted;
    private final Consumer<? super GridTable> onTable;
    private final Consumer<? super Problem> onProblem;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private GridScores scores = GridScores.NONE;
    private boolean busy;
    private boolean again;

    private record Computed(GridScores scores, GridTable table) {}

    /// @param wanted what is to be shown, asked when a computation begins
    GridComputation(
            Comparison comparison,
            TaskRunner io,
            Supplier<GridTable.Content> wanted,
            Consumer<? super GridTable> onTable,
            Consumer<? super Problem> onProblem) {
        this.comparison = comparison;
        this.io = io;
        this.wanted = wanted;
        this.onTable = onTable;
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

    /// Drops what was computed: it is of a model that is no longer there.
    void forget() {
        running.cancel();
        scores = GridScores.NONE;
        busy = false;
        again = false;
    }

    private void start() {
        busy = true;
        again = false;
        Comparison.Snapshot snapshot = comparison.snapshot();
        GridTable.Content content = wanted.get();
        GridScores known = scores;
        running = io.submit(
                _ -> {
                    GridScores newest = known.updated(snapshot, content.choice().mode());
                    return new Computed(newest, GridTable.of(content, newest));
                },
                this::ended);
    }

    private void ended(Outcome<Computed> outcome) {
        busy = false;
        switch (outcome) {
            case Outcome.Done(Computed(GridScores newest, GridTable table)) -> {
                scores = newest;
                onTable.accept(table);
            }
            case Outcome.Failed(Throwable cause) -> onProblem.accept(Problem.of(cause));
        }
        if (again) {
            start();
        }
    }
}
