package clipscope.ui.problem;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.ui.fx.Appearance;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sentence about something that went wrong, in the place it is about, with what can be done.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ProblemNotice {

    private static final Texts TEXTS = Texts.beside(ProblemNotice.class);

    private final HBox root = new HBox();
    private final VBox column = new VBox();

    /// What a person can do about it.
    public record Action(String text, Runnable run) {}

    public ProblemNotice(Problem problem, List<Action> actions) {
        this(ProblemText.of(problem), actions);
    }

    public ProblemNotice(String text, List<Action> actions) {
        Label sentence = new Label(text);
        sentence.getStyleClass().add("problem-text");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE); // else a low window shows "…" instead of the reason
        column.getStyleClass().add("problem-column");
        column.getChildren().add(sentence);
        if (!actions.isEmpty()) {
            column.getChildren().add(row(actions));
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        root.getStyleClass().add("problem-notice");
        root.getStylesheets().add(Appearance.sheet(ProblemNotice.class, "problem.css"));
        root.getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), column);
    }

    /// {@return a sentence about something that went well}
    public static ProblemNotice ofGood(String text) {
        ProblemNotice notice = new ProblemNotice(text, List.of());
        notice.root.getStyleClass().add("good");
        notice.root.getChildren().set(0, new FontIcon(Feather.CHECK_CIRCLE));
        return notice;
    }

    /// Adds a cross that takes the notice away.
    public ProblemNotice dismissible(Runnable onDismiss) {
        Button cross = new Button(null, new FontIcon(Feather.X));
        cross.getStyleClass().addAll("flat", "problem-dismiss");
        cross.setAccessibleText(TEXTS.get("dismiss"));
        cross.setOnAction(_ -> onDismiss.run());
        root.getChildren().add(cross);
        return this;
    }

    public Region node() {
        return root;
    }

    private static HBox row(List<Action> actions) {
        HBox row = new HBox();
        row.getStyleClass().add("problem-actions");
        for (Action action : actions) {
            Hyperlink link = new Hyperlink(action.text());
            link.getStyleClass().add("problem-action");
            link.setOnAction(_ -> action.run().run());
            row.getChildren().add(link);
        }
        return row;
    }
}
