package clipscope.ui.models.catalogue;

import clipscope.clip.ClipModel;
import clipscope.clip.MachineSpeed;
import clipscope.clip.ModelCard;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desk;
import clipscope.settings.ModelSettings;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.models.catalogue.ModelTask.State;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.Fitness;
import clipscope.zoo.catalogue.ModelAddress;
import clipscope.zoo.download.Zoo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of models: those here, those that can be had, and the downloads that go on.
///
/// Nothing is fetched before [#download] is called.
///
/// **Thread:** Confined to the JavaFX thread.
public final class CatalogueViewModel {

    private static final Texts TEXTS = Texts.beside(CatalogueViewModel.class);

    private final Desk desk;
    private final Zoo zoo;
    private final Places places;
    private final ModelTester tester;
    private final Map<String, ModelTask> tasks = new HashMap<>();
    private final ObservableList<CatalogueRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<CatalogueFilter> filter = new SimpleObjectProperty<>(CatalogueFilter.ALL);
    private final ObjectProperty<CatalogueOrder> order = new SimpleObjectProperty<>(CatalogueOrder.USUAL);
    private final StringProperty question = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Inventory inventory = Inventory.NOT_READ;

    /// Models that the list knows beside those of the zoo, and the opening.
    ///
    /// @param settings with the models opened of late
    /// @param bundled the folder of the model that comes with the program
    /// @param open opens a folder or a file
    public record Places(ObservableValue<ModelSettings> settings, Path bundled, Consumer<? super Path> open) {}

    public CatalogueViewModel(Desk desk, Zoo zoo, Places places, ModelTester tester) {
        this.desk = desk;
        this.zoo = zoo;
        this.places = places;
        this.tester = tester;
        filter.subscribe(this::show);
        order.subscribe(this::show);
        question.subscribe(this::show);
        places.settings().subscribe(this::show);
        read();
    }

    // properties

    /// {@return the models, as filtered and in order}
    public ObservableList<CatalogueRow> rows() {
        return rows;
    }

    public ObjectProperty<CatalogueFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<CatalogueOrder> orderProperty() {
        return order;
    }

    /// {@return words that a model must have to be shown}
    public StringProperty questionProperty() {
        return question;
    }

    /// {@return "37 in the catalogue · 3 here"}
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// {@return what went wrong with the list itself, or with what was typed to be added}
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    // commands

    /// Shows the rows anew, with the progress of now.
    ///
    /// @return whether something is going on that is worth another look soon
    public boolean refresh() {
        show();
        return tasks.values().stream()
                .anyMatch(task -> task.state() instanceof State.Coming || task.state() instanceof State.Testing);
    }

    /// Finds out how fast this machine is, unless that is known.
    public void measure() {
        if (inventory.fitness().speed().isPresent()) {
            return;
        }
        var _ = desk.runners().bulk().<MachineSpeed>submit(_ -> zoo.speed().recall(), outcome -> {
            if (outcome instanceof Outcome.Done(MachineSpeed speed)) {
                inventory = inventory.with(Fitness.here(Optional.of(speed)));
                show();
            } // without an engine there is no speed, which is said where a model is opened
        });
    }

    public void open(CatalogueRow row) {
        if (row.state() instanceof RowState.Here here) {
            places.open().accept(here.location());
        }
    }

    /// Fetches a model of the catalogue, or goes on with it.
    public void download(String id) {
        ModelTask earlier = tasks.get(id);
        boolean going = earlier != null
                && (earlier.state() instanceof State.Coming || earlier.state() instanceof State.Testing);
        Optional<CatalogueModel> model = inventory.find(id);
        if (!going && model.isPresent()) {
            ModelTask task = new ModelTask(desk, zoo, model.get(), tester, () -> changed(id));
            tasks.put(id, task);
            task.start();
            show();
        }
    }

    /// Stops a download, and keeps what has come.
    public void pause(String id) {
        Optional.ofNullable(tasks.get(id)).ifPresent(ModelTask::pause);
    }

    /// Stops a download, and deletes what has come.
    public void cancel(String id) {
        ModelTask task = tasks.remove(id);
        Runnable forget = () -> change(() -> zoo.downloads().forget(id));
        if (task == null) {
            forget.run();
        } else {
            task.stop(forget);
        }
    }

    /// Takes a model off the shelf, or off the list of those to download.
    public void remove(CatalogueRow row) {
        if (row.state() instanceof RowState.Absent) {
            change(() -> zoo.own().remove(row.id()));
        } else {
            tasks.remove(row.id());
            change(() -> zoo.shelf().remove(row.id()));
        }
    }

    /// Adds what a person typed to the list. Nothing is fetched.
    ///
    /// @return whether it was understood
    public boolean add(String typed) {
        Optional<CatalogueModel> model = ModelAddress.parse(typed);
        if (model.isEmpty()) {
            problem.set(Optional.of(new Problem.BadInput(typed, TEXTS.get("add.unknown"))));
            return false;
        }
        problem.set(Optional.empty());
        filter.set(CatalogueFilter.ALL);
        question.set(model.get().id());
        change(() -> zoo.own().add(model.get()));
        return true;
    }

    /// Reads the disk anew.
    public void read() {
        change(() -> {});
    }

    private void changed(String id) {
        ModelTask task = tasks.get(id);
        if (task != null && task.state() instanceof State.Ended) {
            tasks.remove(id);
            read();
        }
        show();
    }

    /// Something to be done with files.
    @FunctionalInterface
    private interface Change {

        void run() throws ProblemException;
    }

    /// What was found, and what went wrong before that.
    private record Result(Inventory inventory, Optional<Problem> problem) {}

    private void change(Change change) {
        TaskRunner.Work<Result> work = _ -> {
            Optional<Problem> fault = Optional.empty();
            try {
                change.run();
            } catch (ProblemException e) {
                fault = Optional.of(e.problem());
            }
            Inventory read = Inventory.read(zoo);
            return new Result(read, fault.or(read::problem));
        };
        var _ = desk.runners().io().<Result>submit(work, outcome -> {
            switch (outcome) {
                case Outcome.Done(Result(Inventory read, Optional<Problem> fault)) -> {
                    inventory = read;
                    problem.set(fault);
                }
                case Outcome.Failed(Throwable cause) -> problem.set(Optional.of(Problem.of(cause)));
            }
            show();
        });
    }

    private void show() {
        Map<String, RowState> going = new HashMap<>();
        tasks.forEach((id, task) -> {
            RowState state = task.row();
            if (state != null) {
                going.put(id, state);
            }
        });
        List<CatalogueRow> all = new CatalogueRows(
                        inventory,
                        places.bundled(),
                        places.settings().getValue().recent(),
                        desk.slot().model().map(ClipModel::card).map(ModelCard::location),
                        going)
                .rows();
        summary.set(TEXTS.get(
                "summary",
                inventory.catalogue().size(),
                all.stream().filter(CatalogueRow::here).count()));
        List<CatalogueRow> shown = all.stream()
                .filter(filter.get()::takes)
                .filter(row -> row.matches(question.get()))
                .sorted(order.get().comparator())
                .toList();
        replace(shown);
    }

    /// Changes only the rows that are others now: the cells of the rest keep the focus and the pointer.
    private void replace(List<CatalogueRow> shown) {
        if (!rows.stream()
                .map(CatalogueRow::id)
                .toList()
                .equals(shown.stream().map(CatalogueRow::id).toList())) {
            rows.setAll(shown);
            return;
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!rows.get(i).equals(shown.get(i))) {
                rows.set(i, shown.get(i));
            }
        }
    }
}
