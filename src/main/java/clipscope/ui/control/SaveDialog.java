package clipscope.ui.control;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks where to write a file. Opens at the folder of the time before.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SaveDialog {

    private static final Pattern ENDING = Pattern.compile(".*\\.\\p{Alpha}\\w{0,4}");

    private @Nullable File folder;

    /// Shows the dialog, and waits.
    ///
    /// @param kind what files of this ending are called
    /// @param name offered, with the ending that is given to a name typed without one
    /// @return the file chosen; empty if the person thought better of it
    public Optional<Path> choose(Window owner, String title, String kind, String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder != null && folder.isDirectory() ? folder : null);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
        Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(owner));
        chosen.ifPresent(file -> folder = file.getParentFile());
        return chosen.map(file -> withEnding(file.toPath(), ending));
    }

    /// {@return the file to write, with an ending, which the dialogs of Linux leave away if it was not typed}
    ///
    /// A file that is there already is not written over, since the dialog asked about another: then it has a
    /// number of its own.
    ///
    /// @param ending with its dot, for a name that has none
    public static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        if (ENDING.matcher(name).matches() || name.endsWith(ending)) {
            return file;
        }
        Path ended = file.resolveSibling(name + ending);
        for (int number = 2; Files.exists(ended); number++) {
            ended = file.resolveSibling(name + "-" + number + ending);
        }
        return ended;
    }
}
