package clipscope.ui.duel;

import clipscope.file.WholeFile;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.duel.table.DuelCsv;
import clipscope.ui.duel.table.DuelTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A duel written to files and to the clipboard; files in the background.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DuelExport {

    private static final Texts TEXTS = Texts.beside(DuelExport.class);

    private final Desk desk;
    private final Supplier<Optional<DuelTable>> table;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /// What is written.
    public enum Part {
        IMAGES("duel-images.csv"),
        PROMPTS("duel-prompts.csv");

        private final String fileName;

        Part(String fileName) {
            this.fileName = fileName;
        }

        /// {@return the name a person is offered for the file}
        public String fileName() {
            return fileName;
        }
    }

    /// @param table what is shown, if anything is
    DuelExport(Desk desk, Supplier<Optional<DuelTable>> table) {
        this.desk = desk;
        this.table = table;
    }

    /// {@return what became of the last export, empty before the first}
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Writes comma-separated values.
    public void csv(Part part, Path file) {
        lines(part).ifPresent(lines -> {
            note.set(TEXTS.get("export.writing", String.valueOf(file.getFileName())));
            var _ = desk.runners()
                    .io()
                    .<Path>submit(
                            _ -> {
                                WholeFile.write(file, DuelCsv.commas(lines));
                                return file;
                            },
                            this::written);
        });
    }

    /// {@return the same as spreadsheets paste it}
    public Optional<String> copied(Part part) {
        Optional<String> tabs = lines(part).map(DuelCsv::tabs);
        tabs.ifPresent(_ -> note.set(TEXTS.get("export.copied")));
        return tabs;
    }

    private void written(Outcome<Path> outcome) {
        note.set(
                switch (outcome) {
                    case Outcome.Done(Path file) -> TEXTS.get("export.wrote", String.valueOf(file.getFileName()));
                    case Outcome.Failed(Throwable cause) -> ProblemText.of(Problem.of(cause));
                });
    }

    private Optional<List<List<String>>> lines(Part part) {
        String left = name(desk.slot().model().map(model -> model.card().name()));
        String right =
                name(desk.second().slot().model().map(model -> model.card().name()));
        return table.get().map(now -> switch (part) {
            case IMAGES ->
                DuelCsv.images(
                        now, now.sources().stream().map(ImageSource::name).toList(), left, right);
            case PROMPTS -> DuelCsv.prompts(now, left, right);
        });
    }

    private static String name(Optional<String> model) {
        return model.orElse("closed"); // its numbers are still shown
    }
}
