package clipscope.ui.classify.sets;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import clipscope.language.Texts;
import clipscope.ui.classify.labels.LabelsViewModel;
import clipscope.ui.control.AskDialog;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All that can be done with the labels as a whole.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelsMenu {

    private static final Texts TEXTS = Texts.beside(LabelsMenu.class);

    private final LabelSetsViewModel sets;
    private final Menu kept = new Menu(TEXTS.get("use"));
    private final Menu forget = new Menu(TEXTS.get("forget"));
    private final MenuItem back = item("", this::bringBack);
    private final MenuButton root = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));

    public LabelsMenu(LabelsViewModel labels, LabelSetsViewModel sets) {
        this.sets = sets;
        root.setId("classify-labels-menu");
        root.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        root.setAccessibleText(TEXTS.get("menu"));
        root.getItems()
                .setAll(
                        item(TEXTS.get("copy.results"), () -> copy(labels.resultText())),
                        item(TEXTS.get("copy.labels"), () -> copy(labels.labelText())),
                        new SeparatorMenuItem(),
                        item(TEXTS.get("import"), sets::importLabels),
                        item(TEXTS.get("export"), sets::exportLabels),
                        new SeparatorMenuItem(),
                        item(TEXTS.get("keep"), this::keep),
                        kept,
                        forget,
                        back,
                        new SeparatorMenuItem(),
                        item(TEXTS.get("remove"), labels::clear));
        sets.forgottenProperty().subscribe(set -> {
            back.setVisible(set.isPresent());
            back.setText(set.map(gone -> TEXTS.get("back", gone.name())).orElse(""));
        });
        sets.namesProperty().subscribe(names -> {
            kept.getItems()
                    .setAll(names.stream()
                            .map(name -> item(name, () -> sets.use(name)))
                            .toList());
            forget.getItems()
                    .setAll(names.stream()
                            .map(name -> item(name, () -> sets.forget(name)))
                            .toList());
            kept.setDisable(names.isEmpty());
            forget.setDisable(names.isEmpty());
        });
    }

    public MenuButton node() {
        return root;
    }

    private void bringBack() {
        sets.bringBack();
    }

    private void keep() {
        AskDialog dialog = keepDialog();
        dialog.initOwner(root.getScene().getWindow());
        dialog.showAndWait().filter(name -> !name.isBlank()).ifPresent(sets::keep);
    }

    /// Says on its button that a set of that name is there, which would be replaced for good.
    AskDialog keepDialog() {
        AskDialog dialog = new AskDialog(TEXTS.get("keep.title"), TEXTS.get("keep.name"), "");
        Button keep = (Button) dialog.getDialogPane().lookupButton(ButtonType.OK);
        dialog.getEditor().textProperty().subscribe(typed -> {
            String name = typed.strip();
            keep.setText(TEXTS.get(sets.has(name) ? "keep.replace" : "keep.button"));
            keep.setDisable(name.isEmpty());
        });
        return dialog;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
