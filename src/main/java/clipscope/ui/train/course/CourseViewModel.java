package clipscope.ui.train.course;

import clipscope.image.decode.ImageDecoder;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.train.own.BegunTraining;
import clipscope.train.own.CourseControl;
import clipscope.train.own.CourseEnd;
import clipscope.train.own.CourseEvent;
import clipscope.train.own.OwnPlan;
import clipscope.train.own.OwnTraining;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A training that runs: what it shows, and what can be asked of it.
///
/// **Thread:** Confined to the JavaFX thread; the training itself runs on a thread of its own.
public final class CourseViewModel {

    private static final Texts TEXTS = Texts.beside(CourseViewModel.class);

    private final TaskRunner worker;
    private final Executor owner;
    private final ImageDecoder decoder;
    private final Consumer<Path> open;
    private final ReadOnlyObjectWrapper<CourseContent> content =
            new ReadOnlyObjectWrapper<>(new CourseContent.Nothing());
    private final ReadOnlyObjectWrapper<CourseNumbers> numbers = new ReadOnlyObjectWrapper<>(CourseNumbers.none(1));
    private CourseControl control = new CourseControl();

    /// @param worker one thread for trainings alone
    /// @param owner the JavaFX thread
    /// @param open opens a model in all workspaces
    public CourseViewModel(TaskRunner worker, Executor owner, ImageDecoder decoder, Consumer<Path> open) {
        this.worker = worker;
        this.owner = owner;
        this.decoder = decoder;
        this.open = open;
    }

    // properties

    public ReadOnlyObjectProperty<CourseContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CourseNumbers> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /// {@return whether a training is going on, paused or not}
    public boolean running() {
        return switch (content.get()) {
            case CourseContent.Preparing _, CourseContent.Learning _, CourseContent.Ending _ -> true;
            case CourseContent.Nothing _, CourseContent.Left _, CourseContent.Done _, CourseContent.Failed _ -> false;
        };
    }

    // commands

    /// Starts a training, or goes on with one that was left.
    ///
    /// @param anew gives up one that was left
    public void start(OwnPlan plan, boolean anew) {
        control = new CourseControl();
        CourseControl controlled = control;
        numbers.set(CourseNumbers.none(plan.method().steps()));
        content.set(new CourseContent.Preparing(TEXTS.get("opening")));
        TaskRunner.Handle _ = worker.<CourseEnd>submit(
                _ -> {
                    if (anew) {
                        BegunTraining.forget(plan);
                    }
                    return OwnTraining.run(plan, decoder, controlled, event -> owner.execute(() -> take(event)));
                },
                this::end);
    }

    public void pause() {
        if (content.get() instanceof CourseContent.Learning) {
            control.pause();
            content.set(new CourseContent.Learning(true));
        }
    }

    public void resume() {
        if (content.get() instanceof CourseContent.Learning) {
            control.resume();
            content.set(new CourseContent.Learning(false));
        }
    }

    /// Ends it, to go on another time.
    public void leave() {
        if (running()) {
            control.leave();
            content.set(new CourseContent.Ending());
        }
    }

    /// Ends it and makes a model of the best that was seen.
    public void finish() {
        if (content.get() instanceof CourseContent.Learning) {
            control.finish();
            content.set(new CourseContent.Ending());
        }
    }

    public void open(Path model) {
        open.accept(model);
    }

    /// Takes what the training tells.
    void take(CourseEvent event) {
        switch (event) {
            case CourseEvent.Reading(int done, int all) -> {
                if (content.get() instanceof CourseContent.Preparing) {
                    content.set(new CourseContent.Preparing(TEXTS.get("opening.of", done, all)));
                }
            }
            case CourseEvent.Prepared _ -> learning();
            case CourseEvent.Resumed resumed -> {
                learning();
                numbers.set(numbers.get().with(resumed));
            }
            case CourseEvent.Learned(var progress) -> numbers.set(numbers.get().with(progress));
            case CourseEvent.Examined examined -> numbers.set(numbers.get().with(examined));
        }
    }

    private void learning() {
        if (content.get() instanceof CourseContent.Preparing) {
            content.set(new CourseContent.Learning(false));
        }
    }

    /// Takes how the training ended.
    void end(Outcome<CourseEnd> outcome) {
        switch (outcome) {
            case Outcome.Done(CourseEnd.Model model) -> {
                content.set(new CourseContent.Done(model));
                open.accept(model.folder());
            }
            case Outcome.Done(CourseEnd.Left(int step)) -> content.set(new CourseContent.Left(step));
            case Outcome.Failed(Throwable cause) -> content.set(new CourseContent.Failed(Problem.of(cause)));
        }
    }
}
