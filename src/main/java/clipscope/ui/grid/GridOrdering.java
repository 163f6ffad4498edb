package clipscope.ui.grid;

import clipscope.embedding.Embedding;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.score.cluster.Clustering;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.grid.table.GridOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Finds the order in which images or prompts that are alike stand side by side, as a job of the status line
/// that can be cancelled.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridOrdering {

    private static final Texts TEXTS = Texts.beside(GridOrdering.class);

    private final Desk desk;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final Map<Things, String> found = new EnumMap<>(Things.class);

    /// What is clustered, with what is said of it.
    enum Things {
        IMAGES("images.many", "images.going", "images.job", "images.optimal", "images.tree"),
        PROMPTS("prompts.many", "prompts.going", "prompts.job", "prompts.optimal", "prompts.tree");

        private final String many;
        private final String going;
        private final String job;
        private final String optimal;
        private final String tree;

        Things(String many, String going, String job, String optimal, String tree) {
            this.many = many;
            this.going = going;
            this.job = job;
            this.optimal = optimal;
            this.tree = tree;
        }

        private boolean standIn(GridOrder order) {
            return switch (this) {
                case IMAGES -> order.rows() instanceof GridOrder.Listed(var _, boolean clustered) && clustered;
                case PROMPTS -> order.columns().isPresent();
            };
        }
    }

    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private Runnable leaveBoard = () -> {};
    private boolean going;

    GridOrdering(Desk desk) {
        this.desk = desk;
    }

    /// {@return what is to be said of the clustering that is going on, was refused or is shown}
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Clusters; a clustering that is going on is dropped.
    ///
    /// @param onOrder gets them in their new order, and has it followed
    <T> void cluster(Things things, List<T> named, List<Embedding> embeddings, Consumer<? super List<T>> onOrder) {
        stop();
        if (named.size() > Clustering.LIMIT) {
            note.set(TEXTS.get(things.many, named.size(), Clustering.LIMIT));
            return;
        }
        going = true;
        note.set(TEXTS.get(things.going));
        Job job = desk.jobs().start(TEXTS.get(things.job), this::cancel);
        leaveBoard = () -> desk.jobs().finish(job);
        job.expect(Clustering.steps(named.size()));
        running = desk.runners()
                .io()
                .submit(
                        cancelled -> Clustering.of(embeddings, cancelled, job::advance),
                        outcome -> ended(things, named, outcome, onOrder));
    }

    /// Says of an order only what holds of it.
    void follow(GridOrder order) {
        found.keySet().removeIf(things -> !things.standIn(order));
        if (!going) {
            tellFound();
        }
    }

    private void tellFound() {
        note.set(String.join(" · ", found.values()));
    }

    private void cancel() {
        stop();
        tellFound();
    }

    private void stop() {
        running.cancel();
        leave();
    }

    private void leave() {
        going = false;
        leaveBoard.run();
        leaveBoard = () -> {};
    }

    private <T> void ended(
            Things things, List<T> named, Outcome<Clustering> outcome, Consumer<? super List<T>> onOrder) {
        leave();
        switch (outcome) {
            case Outcome.Done(Clustering clustering) -> {
                found.put(things, TEXTS.get(clustering.optimal() ? things.optimal : things.tree));
                onOrder.accept(clustering.order().stream().map(named::get).toList());
            }
            case Outcome.Failed(Throwable cause) -> note.set(ProblemText.of(Problem.of(cause)));
        }
    }
}
