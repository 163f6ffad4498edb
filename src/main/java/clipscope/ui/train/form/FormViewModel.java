package clipscope.ui.train.form;

import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.ContrastiveLoss;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.train.data.DataSettings;
import clipscope.train.own.Augmentation;
import clipscope.train.own.Method;
import clipscope.train.own.ModelSize;
import clipscope.train.own.OwnPlan;
import clipscope.train.own.SpeedProbe;
import clipscope.train.own.Start;
import clipscope.ui.control.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// How a training is to be: start, size, method, name.
///
/// **Thread:** Confined to the JavaFX thread.
public final class FormViewModel {

    private static final Texts TEXTS = Texts.beside(FormViewModel.class);

    private final FormSetup setup;
    private final ObjectProperty<StartKind> kind = new SimpleObjectProperty<>(StartKind.FROM_NOTHING);
    private final ObjectProperty<ModelSize> size = new SimpleObjectProperty<>(ModelSize.SMALL);
    private final ObjectProperty<Optional<Path>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PartChoice> part = new SimpleObjectProperty<>(PartChoice.ALL);
    private final ObjectProperty<ContrastiveLoss> loss = new SimpleObjectProperty<>(ContrastiveLoss.CROSS_ENTROPY);
    private final ObjectProperty<ComputeType> precision = new SimpleObjectProperty<>(ComputeType.FP32);
    private final BooleanProperty flip = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper("");
    private final TypedNumbers numbers = new TypedNumbers();
    private TaskRunner.Handle measuring = TaskRunner.Handle.NONE;

    public FormViewModel(FormSetup setup) {
        this.setup = setup;
        numbers.show(usual());
        kind.subscribe(this::showUsual);
        part.subscribe(this::showUsual);
        size.subscribe(this::forget);
        model.subscribe(this::forget);
        precision.subscribe(this::forget);
        numbers.stepsProperty().subscribe(this::forget);
        numbers.batchProperty().subscribe(this::forget);
    }

    // properties

    public ObjectProperty<StartKind> kindProperty() {
        return kind;
    }

    public ObjectProperty<ModelSize> sizeProperty() {
        return size;
    }

    /// {@return the model to begin with, if one was chosen; else it is the one in use}
    public ObjectProperty<Optional<Path>> modelProperty() {
        return model;
    }

    public ObjectProperty<PartChoice> partProperty() {
        return part;
    }

    public ObjectProperty<ContrastiveLoss> lossProperty() {
        return loss;
    }

    public ObjectProperty<ComputeType> precisionProperty() {
        return precision;
    }

    public BooleanProperty flipProperty() {
        return flip;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public TypedNumbers numbers() {
        return numbers;
    }

    /// {@return how long it will take here, or why that is not known; empty until asked}
    public ReadOnlyStringProperty estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /// {@return all that a training depends on}
    public Stream<ObservableValue<?>> choices() {
        return Stream.of(
                kind,
                size,
                model,
                part,
                loss,
                precision,
                flip,
                name,
                numbers.stepsProperty(),
                numbers.batchProperty(),
                numbers.rateProperty());
    }

    /// {@return the model that a training would begin with}
    public Optional<Path> startModel() {
        return model.get().or(setup.modelInUse());
    }

    /// {@return the training that these ask for, empty while something is missing or no number}
    public Optional<OwnPlan> plan(Path data) {
        Optional<Method> method = method();
        Optional<Start> start = start();
        if (method.isEmpty() || start.isEmpty() || !properName()) {
            return Optional.empty();
        }
        return Optional.of(new OwnPlan(
                data,
                setup.models().resolve(name.get().strip()),
                start.get(),
                method.get(),
                new Augmentation(true, flip.get(), true),
                DataSettings.TEMPLATES,
                DataViewModel.SEED));
    }

    /// {@return what is missing or wrong, in words; empty if nothing is}
    public String fault() {
        if (!properName()) {
            return TEXTS.get("fault.name");
        }
        if (start().isEmpty()) {
            return TEXTS.get("fault.model");
        }
        return method().isEmpty() ? TEXTS.get("fault.numbers") : "";
    }

    // commands

    public void chooseModel() {
        setup.chooseModel().get().ifPresent(folder -> model.set(Optional.of(folder)));
    }

    /// Measures a few steps.
    public void measure() {
        Optional<Method> method = method();
        Optional<Start> start = start();
        if (method.isEmpty() || start.isEmpty()) {
            return;
        }
        measuring.cancel();
        estimate.set(TEXTS.get("measuring"));
        Start begin = start.get();
        Method asked = method.get();
        measuring = setup.worker()
                .<Duration>submit(
                        cancelled -> SpeedProbe.estimate(begin, asked, cancelled),
                        outcome -> estimate.set(
                                switch (outcome) {
                                    case Outcome.Done(Duration time) -> TEXTS.get("estimate", Words.time(time));
                                    case Outcome.Failed(Throwable cause) -> ProblemText.of(Problem.of(cause));
                                }));
    }

    private boolean properName() {
        return name.get().strip().matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,79}");
    }

    private Optional<Start> start() {
        return switch (kind.get()) {
            case FROM_NOTHING -> Optional.of(new Start.FromNothing(size.get()));
            case FROM_A_MODEL -> startModel().map(Start.FromModel::new);
        };
    }

    private Method usual() {
        return kind.get() == StartKind.FROM_NOTHING
                ? Method.fromNothing()
                : Method.from(part.get().part());
    }

    private Optional<Method> method() {
        return numbers.into(usual())
                .map(typed -> new Method(
                        typed.part(),
                        loss.get(),
                        typed.steps(),
                        typed.batch(),
                        typed.rate(),
                        typed.warmUp(),
                        typed.curve(),
                        typed.decay(),
                        precision.get()));
    }

    private void showUsual() {
        numbers.show(usual());
        forget();
    }

    private void forget() {
        measuring.cancel();
        estimate.set("");
    }
}
