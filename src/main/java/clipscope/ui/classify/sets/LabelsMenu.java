package clipscope.ui.classify.sets;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import clipscope.ui.classify.labels.LabelsViewModel;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All that can be done with the labels as a whole.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelsMenu {

    private final LabelSetsViewModel sets;
    private final Menu kept = new Menu("Use a set");
    private final Menu forget = new Menu("Forget a set");
    private final MenuButton root = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));

    public LabelsMenu(LabelsViewModel labels, LabelSetsViewModel sets) {
        this.sets = sets;
        root.setId("classify-labels-menu");
        root.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        root.setAccessibleText("More for labels");
        root.getItems()
                .setAll(
                        item("Copy results as a table", () -> copy(labels.resultText())),
                        item("Copy all labels", () -> copy(labels.labelText())),
                        new SeparatorMenuItem(),
                        item("Import labels…", sets::importLabels),
                        item("Export labels…", sets::exportLabels),
                        new SeparatorMenuItem(),
                        item("Keep these labels as a set…", this::keep),
                        kept,
                        forget,
                        new SeparatorMenuItem(),
                        item("Remove all labels", labels::clear));
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

    private void keep() {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(root.getScene().getWindow());
        dialog.setTitle("Keep these labels");
        dialog.setHeaderText(null);
        dialog.setContentText("Name of the set:");
        dialog.setGraphic(null);
        dialog.showAndWait().filter(name -> !name.isBlank()).ifPresent(sets::keep);
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
