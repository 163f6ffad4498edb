package clipscope.ui.control;

import javafx.geometry.Insets;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;

/// A small window that asks for one line of text.
///
/// **Thread:** Confined to the JavaFX thread.
public final class AskDialog extends TextInputDialog {

    private static final Insets PADDING = new Insets(18, 18, 6, 18); // pixels; the platform leaves none at the left

    /// @param given stands in the field at first
    public AskDialog(String title, String question, String given) {
        super(given);
        setTitle(title);
        setHeaderText(null);
        setGraphic(null);
        setContentText(question);
        ((Region) getDialogPane().getContent()).setPadding(PADDING);
    }
}
