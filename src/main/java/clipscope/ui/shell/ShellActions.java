package clipscope.ui.shell;

import clipscope.ui.fx.TransferReader;
import clipscope.ui.shell.session.SessionMenu;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a person can set off in several places: a button, a menu, a key.
///
/// **Thread:** Confined to the JavaFX thread.
final class ShellActions {

    private final ShellViewModel model;
    private final FileDialogs dialogs;
    private final SessionMenu.Actions session;

    ShellActions(ShellViewModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        this.session = new SessionMenu.Actions(
                model.session(), dialogs::session, dialogs::sessionToWrite, this::report, this::copyPython);
    }

    void openPictures() {
        model.add(dialogs.pictures());
    }

    void openFolder() {
        dialogs.folderOfPictures().map(List::of).ifPresent(model::add);
    }

    void openModel() {
        dialogs.folderOfModel().ifPresent(model.model()::open);
    }

    void openModelFile() {
        dialogs.fileOfModel().ifPresent(model.model()::open);
    }

    void copyPython() {
        model.results().python(ShellActions::copy);
    }

    void copyCrash(Path report) {
        model.results().crash(report, ShellActions::copy);
    }

    void report() {
        dialogs.reportToWrite().ifPresent(model.results()::report);
    }

    SessionMenu.Actions session() {
        return session;
    }

    void paste() {
        var _ = model.take(TransferReader.read(Clipboard.getSystemClipboard()));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
