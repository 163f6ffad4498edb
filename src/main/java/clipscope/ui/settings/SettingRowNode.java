package clipscope.ui.settings;

import clipscope.language.Texts;
import clipscope.ui.control.Notes;
import clipscope.ui.control.Segments;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One setting: its name and what it is for at the left, its value and when that takes effect at the right.
///
/// **Thread:** Confined to the JavaFX thread.
final class SettingRowNode<T> {

    private static final Texts TEXTS = Texts.beside(SettingRowNode.class);

    private final SettingRow<T> row;
    private final Supplier<Optional<Path>> chooseFolder;
    private final HBox root = new HBox();

    SettingRowNode(SettingRow<T> row, Supplier<Optional<Path>> chooseFolder) {
        this.row = row;
        this.chooseFolder = chooseFolder;
        root.getStyleClass().add("setting");
        root.getChildren().setAll(words(), side());
    }

    Region node() {
        return root;
    }

    private VBox words() {
        Label title = new Label(row.about().title());
        title.getStyleClass().add("setting-title");
        Label note = told(Notes.muted(""), row.noteProperty());
        note.setId(id("note"));
        note.getStyleClass().add("setting-note");
        VBox words = new VBox(title, Notes.muted(row.about().words()), note);
        words.getStyleClass().add("setting-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private VBox side() {
        HBox line = new HBox(control(), reset());
        line.getStyleClass().add("setting-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Label fault = told(new Label(), row.faultProperty());
        fault.setId(id("fault"));
        fault.getStyleClass().add("setting-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        Label effect = new Label(row.about().effect().words());
        effect.getStyleClass().addAll("muted", "setting-note");
        VBox side = new VBox(line, fault, effect);
        side.getStyleClass().add("setting-side");
        return side;
    }

    private Node control() {
        return switch (row.form()) {
            case SettingInput.OneOf<T>(var values, var words) ->
                new Segments<>(id("choice"), row.about().title(), values, words, row.valueProperty(), row::choose)
                        .node();
            case SettingInput.Typed<T>(var write, var _, String prompt, String unit) ->
                unit.isEmpty()
                        ? field(new TextField(), write, prompt)
                        : withUnit(field(new TextField(), write, prompt), unit);
            case SettingInput.Secret<T>(var write, var _, String prompt) -> field(new PasswordField(), write, prompt);
            case SettingInput.Folder<T>(var write, var _, String prompt) ->
                withChooser(field(new TextField(), write, prompt));
        };
    }

    /// What is typed is taken by Enter, and when the keyboard goes elsewhere.
    private TextField field(TextField field, Function<T, String> write, String prompt) {
        field.setId(id("field"));
        field.setPromptText(prompt);
        field.setAccessibleText(row.about().title());
        row.valueProperty().subscribe(value -> field.setText(write.apply(value)));
        Runnable take = () -> {
            if (!field.getText().equals(write.apply(row.valueProperty().get()))) {
                row.type(field.getText());
            }
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take.run();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Node withUnit(TextField field, String unit) {
        field.getStyleClass().add("number");
        Label label = new Label(unit);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(field, label);
        box.getStyleClass().add("setting-line");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node withChooser(TextField field) {
        Button choose = new Button(TEXTS.get("choose"));
        choose.setId(id("choose"));
        choose.setAccessibleText(TEXTS.get("choose.accessible", row.about().title()));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> chooseFolder.get().ifPresent(folder -> row.type(folder.toString())));
        HBox box = new HBox(field, choose);
        box.getStyleClass().add("setting-line");
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Button reset() {
        Button reset = new Button(null, new FontIcon(Feather.ROTATE_CCW));
        reset.setId(id("reset"));
        reset.getStyleClass().addAll("button-icon", "flat");
        reset.setAccessibleText(TEXTS.get("reset.accessible", row.about().title()));
        reset.setTooltip(new Tooltip(TEXTS.get("reset.tip")));
        reset.visibleProperty().bind(row.changedProperty());
        reset.setOnAction(_ -> row.reset());
        return reset;
    }

    /// A label that takes no room while there is nothing to say.
    private static Label told(Label label, ObservableValue<String> words) {
        words.subscribe(text -> {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        });
        return label;
    }

    private String id(String part) {
        return "settings-%s-%s".formatted(row.name().replace('.', '-'), part);
    }
}
