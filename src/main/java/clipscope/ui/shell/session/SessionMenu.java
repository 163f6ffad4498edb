package clipscope.ui.shell.session;

import clipscope.language.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The session's name, whether it is saved, and what can be done with it.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SessionMenu {

    private static final Texts TEXTS = Texts.beside(SessionMenu.class);

    private static final double WIDEST = 260; // pixels

    private final SessionViewModel model;
    private final MenuButton root = new MenuButton(null, new FontIcon(Feather.FILE));
    private final Menu recent = new Menu(TEXTS.get("recent"));

    /// @param actions what asks the person for files
    public SessionMenu(SessionViewModel model, Actions actions) {
        this.model = model;
        root.setId("shell-session");
        root.setMinWidth(Region.USE_PREF_SIZE);
        root.setMaxWidth(WIDEST);
        root.getItems()
                .setAll(
                        item(TEXTS.get("new"), KeyCode.N, false, model::begin),
                        item(TEXTS.get("open"), KeyCode.E, false, actions::open),
                        recent,
                        new SeparatorMenuItem(),
                        item(TEXTS.get("save"), KeyCode.S, false, actions::save),
                        item(TEXTS.get("save.as"), KeyCode.S, true, actions::saveAs),
                        new SeparatorMenuItem(),
                        item(TEXTS.get("report"), KeyCode.R, true, actions.report()),
                        item(TEXTS.get("python"), KeyCode.P, true, actions.copyPython()));
        model.settingsProperty().subscribe(settings -> showRecent(settings.recent()));
        model.fileProperty().subscribe(_ -> show());
        model.editedProperty().subscribe(_ -> show());
    }

    /// What the keys and the menu do alike.
    ///
    /// @param toOpen lets the person choose a session
    /// @param toSave lets the person choose where to save
    /// @param report writes all images and their labels as a page
    /// @param copyPython copies a script that computes the numbers again
    public record Actions(
            SessionViewModel model,
            Supplier<Optional<Path>> toOpen,
            Supplier<Optional<Path>> toSave,
            Runnable report,
            Runnable copyPython) {

        public void open() {
            toOpen.get().ifPresent(model::open);
        }

        /// Saves to the session's file, or asks for one.
        public void save() {
            model.fileProperty().get().ifPresentOrElse(model::save, this::saveAs);
        }

        public void saveAs() {
            toSave.get().ifPresent(model::save);
        }
    }

    public MenuButton node() {
        return root;
    }

    private void show() {
        Optional<Path> file = model.fileProperty().get();
        String name = file.map(Path::getFileName).map(Path::toString).orElse(TEXTS.get("new"));
        boolean edited = model.editedProperty().get();
        String whole = file.isEmpty() && !edited ? name : TEXTS.get(state(file.isPresent(), edited), name);
        root.setText(whole);
        root.setAccessibleText(TEXTS.get("accessible", whole));
        root.setTooltip(new Tooltip(file.map(Path::toString).orElse(TEXTS.get("tip"))));
    }

    private static String state(boolean inFile, boolean edited) {
        return !inFile ? "state.unsaved" : edited ? "state.edited" : "state.saved";
    }

    private void showRecent(List<Path> files) {
        recent.getItems()
                .setAll(files.stream()
                        .map(file -> plain(file.toString(), () -> model.open(file)))
                        .toList());
        recent.setDisable(files.isEmpty());
    }

    private static MenuItem item(String text, KeyCode key, boolean shift, Runnable action) {
        MenuItem item = plain(text, action);
        item.setAccelerator(
                shift
                        ? new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                        : new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
        return item;
    }

    private static MenuItem plain(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
