package clipscope.ui.classify.labels;

import clipscope.problem.ProblemText;
import clipscope.score.LabelScore;
import clipscope.session.LabelResult;
import clipscope.ui.control.Glide;
import clipscope.ui.control.NumberText;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One label: its name, its bar and its numbers, or why it has none.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelRowNode extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Glide place;
    private final Glide bar = new Glide(0);
    private final Region fill = new Region();
    private final StackPane track = new StackPane(fill);
    private final Label name = new Label();
    private final Label note = new Label();
    private final VBox text = new VBox(name, note);
    private final HBox numbers = new HBox();

    /// @param y where it stands at first
    LabelRowNode(double y, Consumer<? super LabelRowNode> onRemove) {
        this.place = new Glide(y);
        getStyleClass().add("label-row");
        name.getStyleClass().add("label-name");
        note.getStyleClass().add("label-note");
        text.getStyleClass().add("label-text");
        text.setAlignment(Pos.CENTER_LEFT);
        fill.getStyleClass().add("bar-fill");
        fill.setManaged(false);
        track.getStyleClass().add("bar");
        HBox.setHgrow(track, Priority.ALWAYS);
        numbers.getStyleClass().add("numbers");
        numbers.setAlignment(Pos.CENTER_LEFT);
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().add("remove");
        remove.setFocusTraversable(false); // Delete does the same
        remove.setAccessibleText("Remove this label");
        remove.setOnAction(_ -> onRemove.accept(this));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(text, track, numbers, remove);
    }

    Glide place() {
        return place;
    }

    Label name() {
        return name;
    }

    VBox text() {
        return text;
    }

    void show(LabelRow row, boolean selected, long now) {
        name.setText(row.label());
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(STALE, row.stale());
        bar.go(row.probability(), now);
        switch (row.result()) {
            case LabelResult.Scored(LabelScore score, var tokens) -> {
                numbers.getChildren()
                        .setAll(
                                number("probability", NumberText.percent(score.probability())),
                                number("cosine", NumberText.cosine(score.cosine())),
                                number("logit", NumberText.logit(score.logit())));
                note(tokens.truncated()
                        ? "cut to %,d tokens: %,d dropped".formatted(tokens.ids().size(), tokens.dropped())
                        : "");
            }
            case LabelResult.Unknown _ -> withoutNumbers("not in this model's vocabulary");
            case LabelResult.Failed(_, var problem) -> withoutNumbers(ProblemText.of(problem));
            case LabelResult.Waiting _ -> {
                numbers.getChildren()
                        .setAll(number("probability", "–"), number("cosine", "–"), number("logit", "–"));
                note("");
            }
        }
        setAccessibleText(description(row));
    }

    /// {@return the row in words}
    static String description(LabelRow row) {
        return row.label() + ": "
                + switch (row.result()) {
                    case LabelResult.Scored(LabelScore score, _) ->
                        "probability %s, cosine %s, logit %s"
                                .formatted(
                                        NumberText.percent(score.probability()),
                                        NumberText.cosine(score.cosine()),
                                        NumberText.logit(score.logit()));
                    case LabelResult.Unknown _ -> "not in this model's vocabulary";
                    case LabelResult.Failed(_, var problem) -> ProblemText.of(problem);
                    case LabelResult.Waiting _ -> "waiting";
                };
    }

    /// Puts bar and row where they are at this moment.
    ///
    /// @param width of the table, in pixels
    /// @return whether anything is still on its way
    boolean animate(long now, double width, double height) {
        resizeRelocate(0, Math.round(place.at(now)), width, height);
        layout();
        double full = track.getWidth();
        double length = bar.at(now) * full;
        fill.resizeRelocate(0, 0, bar.goal() > 0 ? Math.max(1, length) : length, track.getHeight());
        return place.moving(now) || bar.moving(now);
    }

    private void withoutNumbers(String reason) {
        Label why = new Label(reason);
        why.getStyleClass().add("label-obstacle");
        why.setTooltip(new Tooltip(reason));
        numbers.getChildren().setAll(why);
        note("");
    }

    private void note(String words) {
        note.setText(words);
        note.setManaged(!words.isEmpty());
        note.setVisible(!words.isEmpty());
    }

    private static Label number(String kind, String value) {
        Label label = new Label(value);
        label.getStyleClass().addAll("number", kind);
        return label;
    }
}
