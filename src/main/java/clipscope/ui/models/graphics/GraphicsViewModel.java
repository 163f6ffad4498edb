package clipscope.ui.models.graphics;

import clipscope.clip.EngineFacts;
import clipscope.doctor.Diagnosis;
import clipscope.doctor.GraphicsCard;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desk;
import clipscope.task.Cancellation;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.zoo.download.DownloadWatch;
import clipscope.zoo.download.JobWatch;
import clipscope.zoo.graphics.GraphicsBuild;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Fetches the build of PyTorch for graphics cards in two steps: first its size is asked, then it comes.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class GraphicsViewModel {

    private static final Texts TEXTS = Texts.beside(GraphicsViewModel.class);

    private final Desk desk;
    private final Optional<GraphicsBuild> build;
    private final ReadOnlyObjectWrapper<GraphicsContent> content =
            new ReadOnlyObjectWrapper<>(new GraphicsContent.Nothing());
    private AtomicBoolean stopped = new AtomicBoolean();
    private boolean inUse;

    /// @param build empty where there is none for the system
    public GraphicsViewModel(Desk desk, Optional<GraphicsBuild> build) {
        this.desk = desk;
        this.build = build;
    }

    ReadOnlyObjectProperty<GraphicsContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// {@return what people call it; nothing where there is none}
    String words() {
        return build.map(each -> each.release().words()).orElse("");
    }

    /// Looks what there is, on a machine that was looked at.
    public void look(Diagnosis machine) {
        boolean card = machine.machine().cards().stream().anyMatch(GraphicsCard::nvidia);
        inUse = machine.engine() instanceof Diagnosis.Engine.Running(EngineFacts facts) && facts.buildForCards();
        boolean busy = content.get() instanceof GraphicsContent.Asking
                || content.get() instanceof GraphicsContent.Coming
                || content.get() instanceof GraphicsContent.Offered;
        if (!busy) {
            build.ifPresent(there -> look(there, card));
        }
    }

    private void look(GraphicsBuild there, boolean card) {
        var _ = desk.runners().io().<GraphicsBuild.State>submit(_ -> there.state(), outcome -> {
            switch (outcome) {
                case Outcome.Done(GraphicsBuild.State state) -> content.set(of(state, card));
                case Outcome.Failed(Throwable cause) -> content.set(new GraphicsContent.Failed(Problem.of(cause)));
            }
        });
    }

    private GraphicsContent of(GraphicsBuild.State state, boolean card) {
        return switch (state) {
            case ABSENT -> card ? new GraphicsContent.Absent() : new GraphicsContent.Nothing();
            case READY -> new GraphicsContent.Ready(inUse);
            case DID_NOT_START -> new GraphicsContent.DidNotStart();
        };
    }

    /// Asks the server how much there is to fetch.
    void ask() {
        work(TEXTS.get("job.asking"), new GraphicsContent.Asking(), GraphicsBuild::size, GraphicsContent.Offered::new);
    }

    /// Fetches it, from where it stopped.
    void fetch() {
        work(
                words(),
                new GraphicsContent.Coming(),
                (there, watch, cancelled) -> {
                    there.fetch(watch, cancelled);
                    return true;
                },
                _ -> new GraphicsContent.Ready(inUse));
    }

    private interface Work<T> {

        T on(GraphicsBuild build, DownloadWatch watch, Cancellation cancelled) throws ProblemException;
    }

    /// @param during shown meanwhile
    /// @param then shown once it is done
    private <T> void work(String title, GraphicsContent during, Work<T> work, Function<T, GraphicsContent> then) {
        content.set(during);
        stopped = new AtomicBoolean();
        AtomicBoolean stop = stopped;
        Job job = desk.jobs().startFetching(title, this::stop);
        JobWatch watch = new JobWatch(job, _ -> {}, () -> {});
        build.ifPresent(there -> {
            var _ = desk.runners()
                    .net()
                    .<T>submit(_ -> work.on(there, watch, stop::get), outcome -> end(job, outcome, then));
        });
    }

    /// Stops asking or fetching; what has come is kept.
    void stop() {
        stopped.set(true);
    }

    /// Deletes it.
    void remove() {
        change(there -> {
            there.remove();
            return GraphicsBuild.State.ABSENT;
        });
    }

    /// Has the next start try it again.
    void tryAgain() {
        change(there -> {
            there.tryAgain();
            return GraphicsBuild.State.READY;
        });
    }

    private interface Change {

        GraphicsBuild.State of(GraphicsBuild build) throws ProblemException;
    }

    private void change(Change change) {
        build.ifPresent(there -> {
            var _ = desk.runners().io().<GraphicsBuild.State>submit(_ -> change.of(there), outcome -> {
                switch (outcome) {
                    case Outcome.Done(GraphicsBuild.State state) -> content.set(of(state, true));
                    case Outcome.Failed(Throwable cause) -> content.set(new GraphicsContent.Failed(Problem.of(cause)));
                }
            });
        });
    }

    private <T> void end(Job job, Outcome<T> outcome, Function<T, GraphicsContent> done) {
        desk.jobs().finish(job);
        content.set(
                switch (outcome) {
                    case Outcome.Done(T result) -> done.apply(result);
                    case Outcome.Failed(Throwable cause)
                    when cause instanceof CancellationException -> new GraphicsContent.Absent();
                    case Outcome.Failed(Throwable cause) -> new GraphicsContent.Failed(Problem.of(cause));
                });
    }
}
