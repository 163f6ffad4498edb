package clipscope.ui.shell;

import clipscope.image.ImageFormats;
import clipscope.language.Texts;
import clipscope.session.file.SessionFile;
import clipscope.session.model.Arrivals;
import clipscope.ui.control.SaveDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person for files and folders.
///
/// **Thread:** Confined to the JavaFX thread, which waits for the person.
public interface FileDialogs {

    /// {@return the pictures chosen, none if the person thought better of it}
    List<Path> pictures();

    Optional<Path> folderOfPictures();

    Optional<Path> folderOfModel();

    /// {@return where to keep models}
    Optional<Path> folderForModels();

    /// {@return a model that is a file, or a file of a model's folder}
    Optional<Path> fileOfModel();

    /// {@return a session's file}
    Optional<Path> session();

    /// {@return where to save a session}
    Optional<Path> sessionToWrite();

    /// {@return where to write a report}
    Optional<Path> reportToWrite();

    /// {@return a file of labels}
    Optional<Path> labels();

    /// {@return where to write labels}
    Optional<Path> labelsToWrite();

    /// The system's own dialogs. They open where the last one of their kind was left.
    final class OfSystem implements FileDialogs {

        private static final Texts TEXTS = Texts.beside(FileDialogs.class);

        private final Supplier<Window> owner;
        private @Nullable File lastPictures;
        private @Nullable File lastModel;
        private @Nullable File lastLabels;
        private @Nullable File lastSession;

        /// @param owner the window that the dialogs belong to
        public OfSystem(Supplier<Window> owner) {
            this.owner = owner;
        }

        @Override
        public List<Path> pictures() {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("pictures.title"));
            chooser.setInitialDirectory(existing(lastPictures));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(TEXTS.get("filter.pictures"), patterns()),
                            new FileChooser.ExtensionFilter(TEXTS.get("filter.all"), "*"));
            List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
            if (chosen == null || chosen.isEmpty()) {
                return List.of();
            }
            lastPictures = chosen.getFirst().getParentFile();
            return chosen.stream().map(File::toPath).toList();
        }

        @Override
        public Optional<Path> folderOfPictures() {
            Optional<File> chosen = folder(TEXTS.get("folder.title"), lastPictures);
            chosen.ifPresent(folder -> lastPictures = folder);
            return chosen.map(File::toPath);
        }

        @Override
        public Optional<Path> folderOfModel() {
            Optional<File> chosen = folder(TEXTS.get("model.folder.title"), lastModel);
            chosen.ifPresent(folder -> lastModel = folder.getParentFile()); // models lie side by side
            return chosen.map(File::toPath);
        }

        @Override
        public Optional<Path> folderForModels() {
            return folder(TEXTS.get("models.folder.title"), null).map(File::toPath);
        }

        @Override
        public Optional<Path> fileOfModel() {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("model.file.title"));
            chooser.setInitialDirectory(existing(lastModel));
            List<String> patterns = Stream.concat(
                            Arrivals.WEIGHT_ENDINGS.stream().map(ending -> "*" + ending), Arrivals.CONFIGS.stream())
                    .toList();
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(TEXTS.get("filter.models"), patterns),
                            new FileChooser.ExtensionFilter(TEXTS.get("filter.all"), "*"));
            Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(owner.get()));
            chosen.ifPresent(file -> lastModel = file.getParentFile());
            return chosen.map(File::toPath);
        }

        @Override
        public Optional<Path> session() {
            return keptSession(sessionChooser(TEXTS.get("session.open.title")).showOpenDialog(owner.get()));
        }

        @Override
        public Optional<Path> sessionToWrite() {
            FileChooser chooser = sessionChooser(TEXTS.get("session.save.title"));
            chooser.setInitialFileName("session" + SessionFile.ENDING);
            return keptSession(chooser.showSaveDialog(owner.get()))
                    .map(file -> SaveDialog.withEnding(file, SessionFile.ENDING));
        }

        @Override
        public Optional<Path> reportToWrite() {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("report.title"));
            chooser.setInitialDirectory(existing(lastSession));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.get("filter.pages"), "*.html"));
            chooser.setInitialFileName("report.html");
            return keptSession(chooser.showSaveDialog(owner.get())).map(file -> SaveDialog.withEnding(file, ".html"));
        }

        private FileChooser sessionChooser(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialDirectory(existing(lastSession));
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(TEXTS.get("filter.sessions"), "*" + SessionFile.ENDING));
            return chooser;
        }

        private Optional<Path> keptSession(@Nullable File chosen) {
            lastSession = chosen == null ? lastSession : chosen.getParentFile();
            return Optional.ofNullable(chosen).map(File::toPath);
        }

        @Override
        public Optional<Path> labels() {
            return kept(labelChooser(TEXTS.get("labels.import.title")).showOpenDialog(owner.get()));
        }

        @Override
        public Optional<Path> labelsToWrite() {
            FileChooser chooser = labelChooser(TEXTS.get("labels.export.title"));
            chooser.setInitialFileName("labels.txt");
            return kept(chooser.showSaveDialog(owner.get())).map(file -> SaveDialog.withEnding(file, ".txt"));
        }

        private FileChooser labelChooser(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialDirectory(existing(lastLabels));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(TEXTS.get("filter.labels"), "*.txt", "*.csv"),
                            new FileChooser.ExtensionFilter(TEXTS.get("filter.all"), "*"));
            return chooser;
        }

        private Optional<Path> kept(@Nullable File chosen) {
            lastLabels = chosen == null ? lastLabels : chosen.getParentFile();
            return Optional.ofNullable(chosen).map(File::toPath);
        }

        private Optional<File> folder(String title, @Nullable File start) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            chooser.setInitialDirectory(existing(start));
            return Optional.ofNullable(chooser.showDialog(owner.get()));
        }

        /// A chooser refuses to open at a folder that has gone since.
        private static @Nullable File existing(@Nullable File folder) {
            return folder != null && folder.isDirectory() ? folder : null;
        }

        /// Both cases, since the dialogs of Linux tell them apart.
        private static List<String> patterns() {
            return ImageFormats.extensions().stream()
                    .flatMap(extension -> Stream.of("*." + extension, "*." + extension.toUpperCase(Locale.ROOT)))
                    .toList();
        }
    }
}
