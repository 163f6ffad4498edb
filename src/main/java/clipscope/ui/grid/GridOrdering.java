package clipscope.ui.grid;

import clipscope.embedding.Embedding;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.score.cluster.Clustering;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Finds the order in which images or prompts that are alike stand side by side, as a job of the status line
/// that can be cancelled.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridOrdering {

    private final Desk desk;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private Runnable leaveBoard = () -> {};

    GridOrdering(Desk desk) {
        this.desk = desk;
    }

    /// {@return what is to be said of the last clustering}
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Clusters; a clustering that is going on is dropped.
    ///
    /// @param things what is clustered, in words
    /// @param onOrder gets them in their new order
    <T> void cluster(String things, List<T> named, List<Embedding> embeddings, Consumer<? super List<T>> onOrder) {
        stop();
        if (named.size() > Clustering.LIMIT) {
            note.set("%,d %s are too many to cluster; %,d are not".formatted(named.size(), things, Clustering.LIMIT));
            return;
        }
        note.set("Clustering " + things + "…");
        Job job = desk.jobs().start("Clustering " + things, this::cancel);
        leaveBoard = () -> desk.jobs().finish(job);
        job.expect(Clustering.steps(named.size()));
        running = desk.runners()
                .io()
                .submit(
                        cancelled -> Clustering.of(embeddings, cancelled, job::advance),
                        outcome -> ended(things, named, outcome, onOrder));
    }

    private void cancel() {
        stop();
        note.set("");
    }

    private void stop() {
        running.cancel();
        leaveBoard.run();
        leaveBoard = () -> {};
    }

    private <T> void ended(
            String things, List<T> named, Outcome<Clustering> outcome, Consumer<? super List<T>> onOrder) {
        leaveBoard.run();
        leaveBoard = () -> {};
        switch (outcome) {
            case Outcome.Done(Clustering found) -> {
                note.set("%s clustered by the cosines of their embeddings: average linkage, %s"
                        .formatted(
                                Character.toUpperCase(things.charAt(0)) + things.substring(1),
                                found.optimal() ? "optimal leaf order" : "order of the tree"));
                onOrder.accept(found.order().stream().map(named::get).toList());
            }
            case Outcome.Failed(Throwable cause) -> note.set(ProblemText.of(Problem.of(cause)));
        }
    }
}
