package clipscope.ui.shell;

import atlantafx.base.theme.Styles;
import clipscope.language.Texts;
import clipscope.ui.control.KeyNames;
import clipscope.ui.control.Page;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys of the window on one sheet.
///
/// **Thread:** Confined to the JavaFX thread.
final class ShortcutSheet {

    private static final Texts TEXTS = Texts.beside(ShortcutSheet.class);

    private static final double[] COLUMNS = {19, 31, 19, 31}; // percent: keys, words, keys, words

    private final VBox root = new VBox();
    private final Button done = new Button(TEXTS.get("close"));

    /// Keys that work in one place.
    ///
    /// @param title "In Grid"
    record Group(String title, List<Page.KeyHint> hints) {}

    ShortcutSheet(List<Group> groups, Runnable close) {
        Label title = new Label(TEXTS.get("keys"));
        title.getStyleClass().add(Styles.TITLE_4);
        root.getChildren().add(title);
        for (Group group : groups) {
            Label place = new Label(group.title());
            place.getStyleClass().add("muted");
            root.getChildren().addAll(place, table(group.hints()));
        }
        done.setId("shell-keys-close");
        done.setOnAction(_ -> close.run());
        HBox buttons = new HBox(done);
        buttons.getStyleClass().add("sheet-buttons");
        root.setId("shell-keys-sheet");
        root.getStyleClass().add("sheet");
        root.getChildren().add(buttons);
    }

    private static GridPane table(List<Page.KeyHint> hints) {
        GridPane table = new GridPane();
        table.getStyleClass().add("keys");
        for (double percent : COLUMNS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            table.getColumnConstraints().add(column);
        }
        for (int i = 0; i < hints.size(); i++) {
            Label keys = new Label(KeyNames.of(hints.get(i).keys()));
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            int half = i % 2 * 2; // two columns of pairs: the sheet must fit into a low window
            table.add(keys, half, i / 2);
            Label text = new Label(hints.get(i).text());
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            table.add(text, half + 1, i / 2);
        }
        return table;
    }

    /// {@return the button that closes the sheet; the keyboard begins there}
    Button closeButton() {
        return done;
    }

    Region node() {
        return root;
    }
}
