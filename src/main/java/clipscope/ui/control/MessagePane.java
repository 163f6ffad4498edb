package clipscope.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in an area that has nothing to show: why, and what to do.
///
/// **Thread:** Confined to the JavaFX thread.
public final class MessagePane extends VBox {

    private static final double WIDTH = 420; // a line that is read without moving the head

    /// @param text one or two sentences; may be empty
    public MessagePane(Ikon icon, String title, String text, Node... actions) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("message-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add("strong");
        getStyleClass().add("message-pane");
        setAlignment(Pos.CENTER);
        setSpacing(10);
        getChildren().addAll(picture, heading);
        if (!text.isEmpty()) {
            Label words = new Label(text);
            words.getStyleClass().add("muted");
            words.setWrapText(true);
            words.setMaxWidth(WIDTH);
            words.setTextAlignment(TextAlignment.CENTER);
            words.setMinHeight(USE_PREF_SIZE);
            getChildren().add(words);
        }
        getChildren().addAll(actions);
    }
}
