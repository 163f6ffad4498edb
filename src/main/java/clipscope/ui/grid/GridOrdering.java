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
import java.util.List;
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
    }

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
    /// @param onOrder gets them in their new order
    <T> void cluster(Things things, List<T> named, List<Embedding> embeddings, Consumer<? super List<T>> onOrder) {
        stop();
        if (named.size() > Clustering.LIMIT) {
            note.set(TEXTS.get(things.many, named.size(), Clustering.LIMIT));
            return;
        }
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
            Things things, List<T> named, Outcome<Clustering> outcome, Consumer<? super List<T>> onOrder) {
        leaveBoard.run();
        leaveBoard = () -> {};
        switch (outcome) {
            case Outcome.Done(Clustering found) -> {
                note.set(TEXTS.get(found.optimal() ? things.optimal : things.tree));
                onOrder.accept(found.order().stream().map(named::get).toList());
            }
            case Outcome.Failed(Throwable cause) -> note.set(ProblemText.of(Problem.of(cause)));
        }
    }
}
