package clipscope.ui.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.ui.fx.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

@FxTest
class ProblemViewsTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void aNoticeSaysWhatHappenedAndOffersWhatToDo() {
        ProblemNotice notice = new ProblemNotice(
                        new Problem.UnreadableImage("cat.png", "the file is empty"),
                        List.of(new ProblemNotice.Action("Remove", () -> done.add("removed"))))
                .dismissible(() -> done.add("dismissed"));
        Scene scene = new Scene(notice.node());

        assertEquals("cat.png: the file is empty.", ((Label) scene.getRoot().lookup(".problem-text")).getText());
        ((Hyperlink) scene.getRoot().lookup(".problem-action")).fire();
        ((Button) scene.getRoot().lookup(".problem-dismiss")).fire();
        assertEquals(List.of("removed", "dismissed"), done);
    }

    @Test
    void copyReportPutsTheDetailsOnTheClipboardAndLeavesTheWindowOpen() {
        ProblemReport report = new ProblemReport("It broke", "Go on", "version and trace");
        Dialog<?> dialog = new ProblemDialog("1.0").dialog(report);
        dialog.show();
        Button copy = (Button) dialog.getDialogPane().lookup("#problem-copy");

        copy.fire();

        assertEquals("version and trace", Clipboard.getSystemClipboard().getString());
        assertTrue(dialog.isShowing());
        dialog.close();
    }

    @Test
    void theDetailsAreFolded() {
        Dialog<?> dialog = new ProblemDialog("1.0").dialog(new ProblemReport("It broke", "Go on", "trace"));

        assertFalse(((TitledPane) dialog.getDialogPane().lookup("#problem-details")).isExpanded());
    }

    @Test
    void aSecondDefectOpensNoSecondWindowWhileTheFirstIsOpen() {
        Stage owner = new Stage();
        owner.setScene(new Scene(new Label("owner")));
        owner.show();
        ProblemDialog dialog = new ProblemDialog("1.0");

        dialog.show(new IllegalStateException("first"), owner);
        dialog.show(new IllegalStateException("second"), owner);
        assertEquals(1, windowsOf(owner).size());
        close(windowsOf(owner).getFirst());
        assertEquals(0, windowsOf(owner).size());
        dialog.show(new IllegalStateException("third"), owner);
        assertEquals(1, windowsOf(owner).size());

        close(windowsOf(owner).getFirst());
        owner.close();
    }

    private static void close(Window dialog) {
        DialogPane pane = (DialogPane) dialog.getScene().getRoot();
        ((Button) pane.lookupButton(ButtonType.CLOSE)).fire();
    }

    private static List<Window> windowsOf(Stage owner) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && stage.getOwner() == owner)
                .toList();
    }
}
