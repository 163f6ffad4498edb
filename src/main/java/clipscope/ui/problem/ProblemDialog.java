package clipscope.ui.problem;

import clipscope.language.Texts;
import clipscope.ui.fx.Appearance;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window for a defect of ours: what happened, the details folded, "Copy report".
///
/// One at a time: while it is open, further defects are only in the log.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ProblemDialog {

    private static final Texts TEXTS = Texts.beside(ProblemDialog.class);

    private static final ButtonType COPY = new ButtonType(TEXTS.get("copy"), ButtonBar.ButtonData.LEFT);

    private final String version;
    private @Nullable Dialog<ButtonType> open;

    /// @param version of ClipScope, for the report
    public ProblemDialog(String version) {
        this.version = version;
    }

    /// Shows the window, and returns at once.
    ///
    /// @param owner the window it belongs to, if one is open
    public void show(Throwable cause, @Nullable Window owner) {
        if (open != null) {
            return;
        }
        Dialog<ButtonType> dialog = dialog(ProblemReport.of(cause, version));
        dialog.initOwner(owner);
        dialog.setOnHidden(_ -> open = null);
        open = dialog;
        dialog.show();
    }

    /// {@return the window, not shown yet}
    Dialog<ButtonType> dialog(ProblemReport report) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle("ClipScope");
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.setId("problem-dialog");
        Appearance.dress(pane, ProblemDialog.class, "problem.css");
        pane.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        pane.setHeaderText(report.title());
        pane.setContent(content(report));
        pane.getButtonTypes().addAll(COPY, ButtonType.CLOSE);
        Button copy = (Button) pane.lookupButton(COPY);
        copy.setId("problem-copy");
        copy.addEventFilter(ActionEvent.ACTION, event -> {
            copy(report.details());
            copy.setText(TEXTS.get("copied"));
            event.consume(); // the window stays open
        });
        return dialog;
    }

    private static VBox content(ProblemReport report) {
        Label advice = new Label(report.advice());
        advice.setId("problem-advice");
        advice.setWrapText(true);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        TextArea text = new TextArea(report.details());
        text.setId("problem-details-text");
        text.setEditable(false);
        TitledPane details = new TitledPane(TEXTS.get("details"), text);
        details.setId("problem-details");
        details.setExpanded(false);
        details.setAnimated(false); // the window takes the size it needs, at once
        details.expandedProperty().subscribe(_ -> resize(details));
        VBox content = new VBox(advice, details);
        content.getStyleClass().add("problem-content");
        return content;
    }

    private static void resize(Region changed) {
        if (changed.getScene() != null && changed.getScene().getWindow() != null) {
            changed.getScene().getWindow().sizeToScene();
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
