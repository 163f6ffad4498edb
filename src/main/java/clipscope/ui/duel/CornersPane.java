package clipscope.ui.duel;

import clipscope.language.Texts;
import clipscope.score.duel.PairedAccuracy;
import clipscope.ui.duel.table.DuelTable;
import clipscope.ui.duel.table.DuelWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The two models as two lines of a table: template, accuracy, speed, memory.
///
/// **Thread:** Confined to the JavaFX thread.
final class CornersPane {

    private static final Texts TEXTS = Texts.beside(CornersPane.class);

    private final DuelViewModel model;
    private final GridPane root = new GridPane();
    private final Accuracy left = new Accuracy("A");
    private final Accuracy right = new Accuracy("B");
    private final MenuButton second = new MenuButton(TEXTS.get("choose"));

    CornersPane(DuelViewModel model) {
        this.model = model;
        root.setId("duel-corners");
        root.getStyleClass().add("corners");
        head();
        Label first = new Label();
        first.getStyleClass().add("strong");
        first.setId("duel-model-a");
        first.setMinWidth(60);
        first.textProperty().bind(model.leftProperty().map(CornerFacts::name));
        line(1, "A", first, model.leftProperty(), left);
        line(2, "B", chooser(), model.rightProperty(), right);
        root.add(template("A", model.leftTemplateProperty(), model::setLeftTemplate), 3, 1);
        root.add(template("B", model.rightTemplateProperty(), model::setRightTemplate), 3, 2);
        model.contentProperty().subscribe(this::show);
    }

    Region node() {
        return root;
    }

    private void head() {
        root.add(heading(TEXTS.get("head.template"), ""), 3, 0);
        root.add(heading(TEXTS.get("head.accuracy"), DuelWords.accuracyTip()), 4, 0);
        root.add(heading(TEXTS.get("head.speed"), DuelWords.speedTip()), 5, 0);
        root.add(heading(TEXTS.get("head.weights"), DuelWords.memoryTip()), 6, 0);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setMinWidth(100);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(80);
        root.getColumnConstraints().setAll(new ColumnConstraints(), names, new ColumnConstraints(), wide);
    }

    private static Label heading(String text, String tip) {
        Label heading = new Label(text);
        heading.getStyleClass().add("muted");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        if (!tip.isEmpty()) {
            heading.setTooltip(new Tooltip(tip));
        }
        return heading;
    }

    private void line(int row, String letter, Node name, ObservableValue<CornerFacts> facts, Accuracy accuracy) {
        Label side = new Label(letter);
        side.getStyleClass().addAll("strong", "side-" + letter);
        side.setMinWidth(Region.USE_PREF_SIZE);
        Label about = new Label();
        about.textProperty().bind(facts.map(CornerFacts::about));
        Label rule = new Label();
        rule.textProperty().bind(facts.map(CornerFacts::rule));
        List.of(about, rule).forEach(label -> label.getStyleClass().add("muted"));
        Label speed = number("duel-speed-" + letter);
        speed.textProperty().bind(facts.map(CornerFacts::speed));
        Label memory = number("duel-memory-" + letter);
        memory.textProperty().bind(facts.map(CornerFacts::memory));
        root.addRow(row, side, name, new VBox(about, rule));
        root.add(accuracy.node, 4, row);
        root.add(speed, 5, row);
        root.add(memory, 6, row);
    }

    private static Label number(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private MenuButton chooser() {
        second.setId("duel-model-b");
        second.setMnemonicParsing(false); // names of models have underscores
        second.setAccessibleText(TEXTS.get("model.b"));
        second.setMaxWidth(Double.MAX_VALUE);
        model.contendersProperty().subscribe(this::offer);
        model.rightProperty()
                .subscribe(facts -> second.setText(facts.name().isEmpty() ? TEXTS.get("choose") : facts.name()));
        return second;
    }

    private void offer(List<Contender> contenders) {
        second.getItems().clear();
        for (Contender one : contenders) {
            second.getItems().add(item(one.name(), () -> model.choose(one)));
        }
        if (!contenders.isEmpty()) {
            second.getItems().add(new SeparatorMenuItem());
        }
        second.getItems()
                .addAll(
                        item(TEXTS.get("open.folder"), model::chooseFolder),
                        item(TEXTS.get("open.file"), model::chooseFile),
                        item(TEXTS.get("get.another"), model::goToModels));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// What is typed counts at Enter, or when the field is left: each change makes new prompts.
    private static TextField template(String letter, ObservableValue<String> shown, Consumer<? super String> onChange) {
        TextField field = new TextField();
        field.setId("duel-template-" + letter);
        field.setAccessibleText(TEXTS.get("template.accessible", letter));
        field.setTooltip(new Tooltip(TEXTS.get(letter.equals("A") ? "template.a" : "template.b")));
        shown.subscribe(field::setText);
        Runnable change = () -> {
            if (!field.getText().equals(shown.getValue())) {
                onChange.accept(field.getText());
                field.setText(shown.getValue());
            }
        };
        field.setOnAction(_ -> change.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                change.run();
            }
        });
        field.setAlignment(Pos.CENTER_LEFT);
        return field;
    }

    private void show(DuelContent content) {
        Optional<PairedAccuracy> accuracy = content instanceof DuelContent.Shown(DuelTable table)
                ? table.scores().accuracy()
                : Optional.empty();
        left.show(accuracy.map(PairedAccuracy::left));
        right.show(accuracy.map(PairedAccuracy::right));
    }

    /// A share and, below it, its interval.
    private static final class Accuracy {

        private final Label share;
        private final Label interval;
        private final VBox node;

        Accuracy(String letter) {
            this.share = number("duel-accuracy-" + letter);
            this.interval = number("duel-interval-" + letter);
            interval.getStyleClass().add("muted");
            this.node = new VBox(share, interval);
            node.setAlignment(Pos.CENTER_LEFT);
        }

        void show(Optional<PairedAccuracy.Share> accuracy) {
            share.setText(DuelWords.accuracy(accuracy));
            interval.setText(DuelWords.interval(accuracy));
            interval.setManaged(accuracy.isPresent());
        }
    }
}
