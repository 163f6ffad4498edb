package clipscope.ui.duel;

import clipscope.language.Texts;
import clipscope.ui.control.SaveDialog;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/// What a duel can be written as.
///
/// **Thread:** Confined to the JavaFX thread.
final class DuelExportMenu {

    private static final Texts TEXTS = Texts.beside(DuelExportMenu.class);

    private final DuelExport export;
    private final SaveDialog dialog = new SaveDialog();
    private final MenuButton menu = new MenuButton(TEXTS.get("export"));
    private final Label note = new Label();

    DuelExportMenu(DuelExport export) {
        this.export = export;
        menu.setId("duel-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .addAll(
                        item(TEXTS.get("export.copy.images"), () -> copy(DuelExport.Part.IMAGES)),
                        item(TEXTS.get("export.copy.labels"), () -> copy(DuelExport.Part.PROMPTS)),
                        item(TEXTS.get("export.images"), () -> write(DuelExport.Part.IMAGES)),
                        item(TEXTS.get("export.labels"), () -> write(DuelExport.Part.PROMPTS)));
        note.setId("duel-export-note");
        note.getStyleClass().add("muted");
        note.textProperty().bind(export.noteProperty());
    }

    Region node() {
        return menu;
    }

    /// {@return what became of the last export}
    Region note() {
        return note;
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copy(DuelExport.Part part) {
        export.copied(part).ifPresent(text -> {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(text);
            Clipboard.getSystemClipboard().setContent(copied);
        });
    }

    private void write(DuelExport.Part part) {
        choose(part.fileName()).ifPresent(file -> export.csv(part, file));
    }

    private Optional<Path> choose(String name) {
        return dialog.choose(menu.getScene().getWindow(), TEXTS.get("export.title"), "CSV", name);
    }
}
