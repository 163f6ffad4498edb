package clipscope.ui.classify.sets;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.file.LabelFile;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Takes labels from files and kept sets, and puts them there. Files are read and written on an io thread.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelSetsViewModel {

    private final Desk desk;
    private final LabelFiles files;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Forgotten>> forgotten = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A set that was forgotten.
    public record Forgotten(String name, List<String> labels) {

        public Forgotten {
            labels = List.copyOf(labels);
        }
    }

    public LabelSetsViewModel(Desk desk, LabelFiles files) {
        this.desk = desk;
        this.files = files;
        refresh();
    }

    // properties

    /// {@return the names of the sets kept}
    public ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /// {@return the set that was forgotten last, while it can be brought back}
    public ReadOnlyObjectProperty<Optional<Forgotten>> forgottenProperty() {
        return forgotten.getReadOnlyProperty();
    }

    /// {@return whether a set of that name is kept; where the case of letters makes no other file, it makes
    /// no other set}
    public boolean has(String name) {
        return names.get().stream().anyMatch(name::equalsIgnoreCase);
    }

    // commands

    /// Lets the person choose a file and adds its labels to the session's.
    public void importLabels() {
        files.open().get().ifPresent(this::add);
    }

    /// Adds the labels of a file to the session's.
    public void add(Path file) {
        run(() -> LabelFile.read(file), labels -> {
            List<String> all = new ArrayList<>(desk.session().document().labels());
            all.addAll(labels);
            desk.session().setLabels(all);
        });
    }

    /// Lets the person choose where to write the session's labels.
    public void exportLabels() {
        List<String> labels = labels();
        files.save()
                .get()
                .ifPresent(file -> run(
                        () -> {
                            LabelFile.write(file, labels);
                            return file;
                        },
                        _ -> {}));
    }

    /// Takes a kept set instead of the session's labels; undo brings those back.
    public void use(String name) {
        run(() -> files.sets().read(name), desk.session()::setLabels);
    }

    /// Keeps the session's labels under a name.
    public void keep(String name) {
        keep(name, labels());
    }

    private void keep(String name, List<String> labels) {
        run(
                () -> {
                    files.sets().keep(name.strip(), labels);
                    return name;
                },
                _ -> refresh());
    }

    /// Forgets a set. It can be brought back until another is forgotten or the window is closed, unless there
    /// was nothing in it that can be read.
    public void forget(String name) {
        run(
                () -> {
                    Optional<Forgotten> set = readable(name);
                    files.sets().remove(name);
                    return set;
                },
                set -> {
                    forgotten.set(set);
                    refresh();
                });
    }

    private Optional<Forgotten> readable(String name) {
        try {
            return Optional.of(new Forgotten(name, files.sets().read(name)));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /// Keeps the set again that was forgotten last.
    public void bringBack() {
        forgotten.get().ifPresent(set -> {
            forgotten.set(Optional.empty());
            keep(set.name(), set.labels());
        });
    }

    private List<String> labels() {
        return desk.session().document().labels();
    }

    private void refresh() {
        run(() -> files.sets().names(), names::set);
    }

    /// Work with files.
    @FunctionalInterface
    private interface FileWork<T> {

        T run() throws ProblemException;
    }

    private <T> void run(FileWork<T> work, Consumer<? super T> onDone) {
        TaskRunner io = desk.runners().io();
        var _ = io.submit(_ -> work.run(), (Outcome<T> outcome) -> {
            switch (outcome) {
                case Outcome.Done<T>(T result) -> onDone.accept(result);
                case Outcome.Failed<T>(Throwable cause) -> files.onProblem().accept(Problem.of(cause));
            }
        });
    }
}
