package clipscope.ui.shell;

import atlantafx.base.theme.Styles;
import clipscope.ui.control.Page;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys of the window on one sheet.
///
/// **Thread:** Confined to the JavaFX thread.
final class ShortcutSheet {

    private final VBox root = new VBox();
    private final Button done = new Button("Close");

    ShortcutSheet(List<Page.KeyHint> hints, Runnable close) {
        Label title = new Label("Keys");
        title.getStyleClass().add(Styles.TITLE_4);
        GridPane table = new GridPane();
        table.getStyleClass().add("keys");
        for (int i = 0; i < hints.size(); i++) {
            Label keys = new Label(hints.get(i).keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            int half = i % 2 * 2; // two columns of pairs: the sheet must fit into a low window
            table.add(keys, half, i / 2);
            table.add(new Label(hints.get(i).text()), half + 1, i / 2);
        }
        done.setId("shell-keys-close");
        done.setOnAction(_ -> close.run());
        HBox buttons = new HBox(done);
        buttons.getStyleClass().add("sheet-buttons");
        root.setId("shell-keys-sheet");
        root.getStyleClass().add("sheet");
        root.getChildren().addAll(title, table, buttons);
    }

    /// {@return the button that closes the sheet; the keyboard begins there}
    Button closeButton() {
        return done;
    }

    Region node() {
        return root;
    }
}
