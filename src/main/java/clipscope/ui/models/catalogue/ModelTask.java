package clipscope.ui.models.catalogue;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.download.DownloadWatch;
import clipscope.zoo.download.Fetched;
import clipscope.zoo.download.JobWatch;
import clipscope.zoo.download.Zoo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The way of one model from a server onto the shelf: fetched on a net thread, tested, then taken in.
///
/// **Thread:** Confined to the JavaFX thread, but for what the net thread tells of its progress.
final class ModelTask {

    private static final Texts TEXTS = Texts.beside(ModelTask.class);

    private final Desk desk;
    private final Zoo zoo;
    private final CatalogueModel model;
    private final ModelTester tester;
    private final Runnable onChange;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Job job;
    private volatile String step = TEXTS.get("step.waiting");
    private State state = new State.Coming();
    private boolean fetching = true; // on a net thread, which holds the model's lock
    private Runnable onIdle = () -> {};

    /// How far it is.
    sealed interface State {

        record Coming() implements State {}

        record Testing(String step) implements State {}

        record Paused() implements State {}

        record Failed(Problem problem) implements State {}

        /// It is on the shelf.
        record Ended() implements State {}
    }

    /// @param onChange called whenever the state has changed
    ModelTask(Desk desk, Zoo zoo, CatalogueModel model, ModelTester tester, Runnable onChange) {
        this.desk = desk;
        this.zoo = zoo;
        this.model = model;
        this.tester = tester;
        this.onChange = onChange;
        this.job = desk.jobs().startFetching(TEXTS.get("job", model.id()), this::pause);
    }

    /// Begins, or goes on where an earlier task stopped.
    void start() {
        // not cancelled by its handle: whoever fetched holds a lock, which must come back
        var _ = desk.runners()
                .net()
                .<Fetched>submit(_ -> zoo.downloads().fetch(model, watch(), stopped::get), this::fetched);
    }

    /// Stops, and keeps what has come.
    void pause() {
        stopped.set(true);
        if (state instanceof State.Coming) {
            end(new State.Paused());
        }
    }

    /// Stops, and then does something with the files, which nobody is at any more.
    void stop(Runnable then) {
        pause();
        if (fetching) {
            onIdle = then;
        } else {
            then.run();
        }
    }

    State state() {
        return state;
    }

    /// {@return the state as the list shows it; nothing once it has ended}
    @Nullable
    RowState row() {
        return switch (state) {
            case State.Coming() -> new RowState.Coming(job.progress(), step);
            case State.Testing(String now) -> new RowState.Testing(now);
            case State.Paused() -> new RowState.Paused();
            case State.Failed(Problem problem) -> new RowState.Failed(problem);
            case State.Ended() -> null;
        };
    }

    private DownloadWatch watch() {
        return new JobWatch(job, words -> step = words, () -> {});
    }

    private void fetched(Outcome<Fetched> outcome) {
        fetching = false;
        follow(outcome);
        onIdle.run();
    }

    private void follow(Outcome<Fetched> outcome) {
        switch (outcome) {
            case Outcome.Done(Fetched fetched) when stopped.get() -> fetched.close();
            case Outcome.Done(Fetched fetched)
            when fetched instanceof Fetched.OnShelf -> {
                fetched.close();
                end(new State.Ended());
            }
            case Outcome.Done(Fetched fetched) -> test(fetched);
            case Outcome.Failed(Throwable cause) when cause instanceof CancellationException -> end(new State.Paused());
            case Outcome.Failed(Throwable cause) when stopped.get() -> end(new State.Paused());
            case Outcome.Failed(Throwable cause) -> end(new State.Failed(Problem.of(cause)));
        }
    }

    private void test(Fetched fetched) {
        desk.jobs().finish(job);
        tester.test(fetched.location(), result -> {
            switch (result) {
                case ModelTester.Result.Going(String now) -> change(new State.Testing(now));
                case ModelTester.Result.Passed() -> adopt(fetched);
                case ModelTester.Result.NotPassed(String verdict) ->
                    refuse(fetched, new Problem.BadModelFile(fetched.location(), verdict));
                case ModelTester.Result.Broken(Problem problem) -> refuse(fetched, problem);
                case ModelTester.Result.Cancelled() -> {
                    fetched.close();
                    end(new State.Paused());
                }
            }
        });
    }

    private void adopt(Fetched fetched) {
        change(new State.Testing(TEXTS.get("step.adopting")));
        var _ = desk.runners()
                .io()
                .submit(
                        _ -> {
                            try (fetched) {
                                return fetched.adopt();
                            }
                        },
                        outcome -> end(
                                switch (outcome) {
                                    case Outcome.Done<?> _ -> new State.Ended();
                                    case Outcome.Failed(Throwable cause) -> new State.Failed(Problem.of(cause));
                                }));
    }

    private void refuse(Fetched fetched, Problem problem) {
        var _ = desk.runners()
                .io()
                .submit(
                        _ -> {
                            try (fetched) {
                                fetched.refuse(problem);
                                return true;
                            }
                        },
                        _ -> end(new State.Failed(problem)));
    }

    private void end(State last) {
        desk.jobs().finish(job);
        change(last);
    }

    private void change(State now) {
        state = now;
        onChange.run();
    }
}
