package clipscope.ui.train;

import clipscope.train.own.BegunTraining;
import clipscope.train.own.OwnPlan;
import clipscope.ui.train.begun.BegunViewModel;
import clipscope.ui.train.course.CourseContent;
import clipscope.ui.train.course.CourseViewModel;
import clipscope.ui.train.form.DataContent;
import clipscope.ui.train.form.DataViewModel;
import clipscope.ui.train.form.FormSetup;
import clipscope.ui.train.form.FormViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/// The Train workspace: what is learned from, how, and how it goes.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TrainViewModel {

    private final DataViewModel data;
    private final FormViewModel form;
    private final CourseViewModel course;
    private final BegunViewModel begun;
    private final Path models;
    private String suggested = ""; // the name that nobody typed

    public TrainViewModel(TrainSetup setup) {
        this.data = new DataViewModel(setup.worker(), setup.owner(), setup.decoder(), setup.chooseData());
        this.form = new FormViewModel(
                new FormSetup(setup.worker(), setup.models(), setup.modelInUse(), setup.chooseModel()));
        this.course = new CourseViewModel(setup.worker(), setup.owner(), setup.decoder(), setup.open());
        this.models = setup.models();
        this.begun = new BegunViewModel(setup.worker(), BegunTraining::in);
        data.contentProperty().subscribe(content -> {
            if (content instanceof DataContent.Reading reading && reading.all() == 0) {
                suggest(nameFor(reading.folder()));
            }
        });
        course.contentProperty().subscribe(content -> {
            if (content instanceof CourseContent.Done) {
                suggested = form.nameProperty().get();
                suggest(suggested.replaceFirst("-\\d+$", ""));
            }
        });
        Stream.<ObservableValue<?>>concat(Stream.of(data.contentProperty(), course.contentProperty()), form.choices())
                .forEach(each -> each.subscribe(_ -> look()));
    }

    // properties

    public DataViewModel data() {
        return data;
    }

    public FormViewModel form() {
        return form;
    }

    public CourseViewModel course() {
        return course;
    }

    /// {@return what was begun under the name chosen}
    public BegunViewModel begun() {
        return begun;
    }

    // commands

    /// Starts the training that is asked for, if nothing is missing.
    public void start() {
        if (!course.running()) {
            boolean anew = begun.startsAnew();
            plan().ifPresent(asked -> course.start(asked, anew));
        }
    }

    /// Takes what was dropped on the page.
    ///
    /// @return whether it was of use: a folder, while nothing is being learned
    public boolean take(List<Path> files) {
        Optional<Path> folder =
                files.stream().filter(file -> file.toFile().isDirectory()).findFirst();
        if (folder.isEmpty() || course.running()) {
            return false;
        }
        data.read(folder.get());
        return true;
    }

    /// Lets a training that runs save where it stands and end.
    public void close() {
        course.leave();
    }

    private Optional<OwnPlan> plan() {
        return data.folder().flatMap(form::plan);
    }

    private void look() {
        begun.look(course.running() ? Optional.empty() : plan(), data.found());
    }

    /// Puts a name into the form in place of the last suggestion, with a number behind it if a model has it.
    /// One whose training was left keeps its name: it is gone on with.
    private void suggest(String name) {
        if (!form.nameProperty().get().strip().equals(suggested)) {
            return;
        }
        suggested = name;
        for (int number = 2; Files.exists(models.resolve(suggested).resolve("config.json")); number++) {
            suggested = "%s-%d".formatted(name, number);
        }
        form.nameProperty().set(suggested);
    }

    private static String nameFor(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[._-]+", "");
        return plain.isEmpty() ? "my-model" : plain;
    }
}
