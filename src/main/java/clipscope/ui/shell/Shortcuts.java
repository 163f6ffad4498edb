package clipscope.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import clipscope.language.Texts;
import clipscope.ui.control.KeyNames;
import clipscope.ui.control.Page;
import clipscope.ui.shell.palette.Command;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the window. On macOS, where this says Ctrl, it is Command.
///
/// **Thread:** Confined to the JavaFX thread.
final class Shortcuts {

    private static final Texts TEXTS = Texts.beside(Shortcuts.class);

    static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, SHORTCUT_DOWN);
    static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.K, SHORTCUT_DOWN);
    static final KeyCombination OPEN_MODEL = new KeyCodeCombination(KeyCode.M, SHORTCUT_DOWN);

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN);
    private static final int MAX_PAGES = 9; // there is a digit key for each

    private final List<Shortcut> all = new ArrayList<>();

    /// A key and what it does.
    ///
    /// @param text what it does, as the sheet says it
    record Shortcut(KeyCombination keys, String text, Runnable run) {}

    void add(KeyCode key, String text, Runnable run, KeyCombination.Modifier... modifiers) {
        add(new KeyCodeCombination(key, modifiers), text, run);
    }

    void add(KeyCombination keys, String text, Runnable run) {
        all.add(new Shortcut(keys, text, run));
    }

    /// A digit for each workspace, and the comma, as other programs have it, for the settings.
    void addPages(List<Page> pages, ShellViewModel model) {
        int number = 0;
        for (Page page : pages) {
            Runnable show = () -> model.pageProperty().set(page.id());
            if (page.atEnd()) {
                add(KeyCode.COMMA, TEXTS.get("key.page", page.title()), show, SHORTCUT_DOWN);
            } else if (++number <= MAX_PAGES) {
                add(
                        KeyCode.getKeyCode(String.valueOf(number)),
                        TEXTS.get("key.page", page.title()),
                        show,
                        SHORTCUT_DOWN);
            }
        }
    }

    void addActions(ShellActions actions, ShellViewModel model) {
        add(KeyCode.O, TEXTS.get("key.pictures"), actions::openPictures, SHORTCUT_DOWN);
        add(KeyCode.O, TEXTS.get("key.folder"), actions::openFolder, SHORTCUT_DOWN, SHIFT_DOWN);
        add(KeyCode.N, TEXTS.get("key.new"), model.session()::begin, SHORTCUT_DOWN);
        add(KeyCode.E, TEXTS.get("key.session"), actions.session()::open, SHORTCUT_DOWN);
        add(KeyCode.S, TEXTS.get("key.save"), actions.session()::save, SHORTCUT_DOWN);
        add(KeyCode.S, TEXTS.get("key.save.as"), actions.session()::saveAs, SHORTCUT_DOWN, SHIFT_DOWN);
        add(KeyCode.R, TEXTS.get("key.report"), actions::report, SHORTCUT_DOWN, SHIFT_DOWN);
        add(KeyCode.P, TEXTS.get("key.python"), actions::copyPython, SHORTCUT_DOWN, SHIFT_DOWN);
        add(PASTE, TEXTS.get("key.paste"), actions::paste);
        add(OPEN_MODEL, TEXTS.get("key.model"), actions::openModel);
        add(KeyCode.M, TEXTS.get("key.model.file"), actions::openModelFile, SHORTCUT_DOWN, SHIFT_DOWN);
        add(UNDO, TEXTS.get("undo"), model::undo);
        add(REDO, TEXTS.get("redo"), model::redo);
        add(KeyCode.PERIOD, TEXTS.get("key.stop"), model.status()::stopAll, SHORTCUT_DOWN);
    }

    /// {@return the keys in words, for the sheet}
    List<Page.KeyHint> hints() {
        return all.stream()
                .map(shortcut -> new Page.KeyHint(KeyNames.of(shortcut.keys()), shortcut.text()))
                .toList();
    }

    /// {@return what the keys do, each under its own name}
    List<Command> commands() {
        return all.stream()
                .map(shortcut -> new Command("", shortcut.text(), KeyNames.of(shortcut.keys()), false, shortcut.run()))
                .toList();
    }

    /// Makes the keys work in a scene.
    void install(Scene scene) {
        for (Shortcut shortcut : all) {
            scene.getAccelerators().put(shortcut.keys(), shortcut.run());
        }
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (scene.getFocusOwner() instanceof TextInputControl text && meantForWindow(event, text)) {
                all.stream()
                        .filter(shortcut -> shortcut.keys().match(event))
                        .forEach(shortcut -> shortcut.run().run());
                event.consume();
            }
        });
    }

    /// A text field takes every paste and undo for itself, also those that it can do nothing with.
    private static boolean meantForWindow(KeyEvent event, TextInputControl text) {
        return (PASTE.match(event) && !Clipboard.getSystemClipboard().hasString())
                || (UNDO.match(event) && !text.isUndoable())
                || (REDO.match(event) && !text.isRedoable());
    }
}
