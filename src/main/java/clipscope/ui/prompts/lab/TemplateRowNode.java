package clipscope.ui.prompts.lab;

import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.score.ensemble.Quality;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A template in the list: its tick, its sentence, a bar of what it is worth alone.
///
/// **Thread:** Confined to the JavaFX thread.
final class TemplateRowNode extends ListCell<TemplateRow> {

    private static final Texts TEXTS = Texts.beside(TemplateRowNode.class);

    private static final double TRACK = 180;
    private static final double TRACK_SHARE = 0.3; // of a narrow row

    private final CheckBox tick = new CheckBox();
    private final Label sentence = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Label number = new Label();
    private final Label gain = new Label();
    private final HBox row = new HBox(tick, sentence, track, number, gain);

    TemplateRowNode(LaboratoryViewModel model) {
        row.getStyleClass().add("template-row");
        row.setAlignment(Pos.CENTER_LEFT);
        tick.setFocusTraversable(false);
        tick.setOnAction(_ -> model.use(getItem().template(), tick.isSelected()));
        sentence.setMinWidth(60);
        sentence.setPrefWidth(0); // what the rest leaves, so that all bars begin at one place
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        track.getStyleClass().add("bar-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(60);
        track.prefWidthProperty().bind(Bindings.min(TRACK, row.widthProperty().multiply(TRACK_SHARE)));
        track.setMaxHeight(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("bar");
        number.getStyleClass().add("template-number");
        gain.getStyleClass().addAll("template-gain", "muted");
        setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(TemplateRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(empty ? null : row);
        setTooltip(null);
        if (!empty) {
            show(item);
        }
    }

    private void show(TemplateRow item) {
        tick.setSelected(item.used());
        tick.setAccessibleText(item.template().text());
        sentence.setText(item.template().text());
        bar.setOpacity(item.used() ? 1 : 0.45);
        double share = item.alone().map(Quality::agreement).orElse(0.0);
        bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
        number.setText(item.alone()
                .map(quality -> NumberText.percent(quality.agreement()))
                .orElse("…"));
        gain.setText(item.gain().isPresent() ? signed(item.gain().getAsDouble()) : "");
        setAccessibleText(TEXTS.get(
                item.used() ? "row.used" : "row.unused", item.template().text(), number.getText()));
        item.gain().ifPresent(lost -> setTooltip(new Tooltip(TEXTS.get("row.gain", signed(-lost)))));
    }

    /// {@return points of a hundred with their sign}
    static String signed(double share) {
        double points = 100 * share;
        String number = String.format(Locale.ROOT, "%.1f", Math.abs(points));
        return number.equals("0.0") ? "±0.0" : (points < 0 ? "−" : "+") + number;
    }

    /// Space ticks, Delete removes, Enter makes it the session's.
    static void keys(KeyEvent event, LaboratoryViewModel model, TemplateRow row) {
        if (event.getCode() == KeyCode.SPACE) {
            model.use(row.template(), !row.used());
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(row.template());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.useInClassify(row.template());
            event.consume();
        }
    }
}
