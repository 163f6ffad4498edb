package clipscope.ui.shell.status;

import atlantafx.base.theme.Styles;
import clipscope.language.Texts;
import clipscope.ui.shell.status.StatusViewModel.Unreadable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The files that could not be read, each with its reason.
///
/// **Thread:** Confined to the JavaFX thread.
public final class UnreadableSheet {

    private static final Texts TEXTS = Texts.beside(UnreadableSheet.class);

    private final VBox root = new VBox();
    private final Button done = new Button(TEXTS.get("close"));

    public UnreadableSheet(StatusViewModel model, Runnable close) {
        Label title = new Label(TEXTS.get("unreadable.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label calm = new Label(TEXTS.get("unreadable.calm"));
        calm.getStyleClass().add("muted");
        ListView<Unreadable> list = new ListView<>(model.unreadable());
        list.setId("shell-unreadable-list");
        list.setCellFactory(_ -> new Cell(list));
        VBox.setVgrow(list, Priority.ALWAYS);
        root.setId("shell-unreadable-sheet");
        root.getStyleClass().add("sheet");
        root.getChildren().addAll(title, calm, list, buttons(model, close));
    }

    /// {@return the button that closes the sheet; the keyboard begins there}
    public Button closeButton() {
        return done;
    }

    public Region node() {
        return root;
    }

    private HBox buttons(StatusViewModel model, Runnable close) {
        Button copy = new Button(TEXTS.get("unreadable.copy"));
        copy.setId("shell-unreadable-copy");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.unreadableText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button remove = new Button(TEXTS.get("unreadable.remove"));
        remove.setId("shell-unreadable-remove");
        remove.setOnAction(_ -> {
            model.removeUnreadable();
            close.run();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        done.setId("shell-unreadable-close");
        done.setOnAction(_ -> close.run());
        HBox buttons = new HBox(copy, remove, space, done);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    private static final class Cell extends ListCell<Unreadable> {

        private static final double MARGIN = 48; // pixels: the cell's padding and a scroll bar

        private final Label name = new Label();
        private final Label reason = new Label();
        private final VBox words = new VBox(name, reason);

        private Cell(ListView<Unreadable> list) {
            name.getStyleClass().add("strong");
            reason.getStyleClass().add("muted");
            reason.setWrapText(true);
            reason.setMinHeight(USE_PREF_SIZE);
            reason.prefWidthProperty().bind(list.widthProperty().subtract(MARGIN)); // wraps: the fault comes last
        }

        @Override
        protected void updateItem(@Nullable Unreadable item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : words);
            if (item != null) {
                name.setText(item.name());
                reason.setText(item.reason());
            }
        }
    }
}
