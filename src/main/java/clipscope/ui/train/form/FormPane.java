package clipscope.ui.train.form;

import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.ContrastiveLoss;
import clipscope.language.Texts;
import clipscope.train.own.ModelSize;
import clipscope.ui.control.Notes;
import clipscope.ui.control.Segments;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How a training is to be.
///
/// **Thread:** Confined to the JavaFX thread.
public final class FormPane {

    private static final Texts TEXTS = Texts.beside(FormPane.class);

    private final FormViewModel model;
    private final VBox root = new VBox();
    private final Label about = Notes.muted("");
    private final Label origin = new Label();

    public FormPane(FormViewModel model) {
        this.model = model;
        Label title = new Label(TEXTS.get("model"));
        title.getStyleClass().add("strong");
        VBox nothing = new VBox(sizes());
        VBox start = new VBox(start(), parts());
        start.getStyleClass().add("start");
        root.getStyleClass().add("section");
        root.getChildren().setAll(title, kinds(), nothing, start, about, lines(), flip(), time());
        model.kindProperty().subscribe(kind -> {
            only(nothing, kind == StartKind.FROM_NOTHING);
            only(start, kind == StartKind.FROM_A_MODEL);
            describe();
        });
        model.sizeProperty().subscribe(_ -> describe());
        model.partProperty().subscribe(_ -> describe());
        model.modelProperty().subscribe(_ -> describe());
    }

    public Region node() {
        return root;
    }

    private Node kinds() {
        return new Segments<>(
                        "train-kind",
                        TEXTS.get("kind"),
                        List.of(StartKind.values()),
                        StartKind::title,
                        model.kindProperty(),
                        model.kindProperty()::set)
                .node();
    }

    private Node sizes() {
        return new Segments<>(
                        "train-size",
                        TEXTS.get("size"),
                        List.of(ModelSize.values()),
                        size -> TEXTS.get(
                                switch (size) {
                                    case SMALL -> "size.small";
                                    case MEDIUM -> "size.medium";
                                    case LARGE -> "size.large";
                                }),
                        model.sizeProperty(),
                        model.sizeProperty()::set)
                .node();
    }

    private Node start() {
        origin.setId("train-model");
        origin.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        origin.setMaxWidth(Double.MAX_VALUE);
        origin.setMinWidth(0);
        HBox.setHgrow(origin, Priority.ALWAYS);
        Button choose = new Button(TEXTS.get("model.choose"));
        choose.setId("train-choose-model");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> model.chooseModel());
        HBox row = new HBox(origin, choose);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node parts() {
        return new Segments<>(
                        "train-part",
                        TEXTS.get("part"),
                        List.of(PartChoice.values()),
                        PartChoice::title,
                        model.partProperty(),
                        model.partProperty()::set)
                .node();
    }

    private Node lines() {
        GridPane lines = new GridPane();
        lines.getStyleClass().add("lines");
        line(lines, TEXTS.get("name"), field("train-name", model.nameProperty()));
        line(lines, TEXTS.get("steps"), field("train-steps", model.numbers().stepsProperty()));
        line(lines, TEXTS.get("batch"), field("train-batch", model.numbers().batchProperty()));
        line(
                lines,
                TEXTS.get("rate.learning"),
                field("train-rate", model.numbers().rateProperty()));
        line(
                lines,
                TEXTS.get("loss.kind"),
                new Segments<>(
                                "train-loss",
                                TEXTS.get("loss.kind"),
                                List.of(ContrastiveLoss.values()),
                                loss -> loss == ContrastiveLoss.SIGMOID ? "Sigmoid" : "CLIP",
                                model.lossProperty(),
                                model.lossProperty()::set)
                        .node());
        line(
                lines,
                TEXTS.get("precision"),
                new Segments<>(
                                "train-precision",
                                TEXTS.get("precision"),
                                List.of(ComputeType.FP32, ComputeType.BF16),
                                precision -> precision.name().toLowerCase(Locale.ROOT),
                                model.precisionProperty(),
                                model.precisionProperty()::set)
                        .node());
        return lines;
    }

    private static void line(GridPane lines, String name, Node value) {
        Label key = new Label(name);
        key.getStyleClass().add("muted");
        key.setMinWidth(Region.USE_PREF_SIZE);
        key.setLabelFor(value);
        value.setAccessibleText(key.getText()); // by which All commands finds it too
        GridPane.setHgrow(value, Priority.ALWAYS);
        lines.addRow(lines.getRowCount(), key, value);
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Node flip() {
        CheckBox flip = new CheckBox(TEXTS.get("flip"));
        flip.setId("train-flip");
        flip.selectedProperty().bindBidirectional(model.flipProperty());
        return flip;
    }

    private Node time() {
        Hyperlink measure = new Hyperlink(TEXTS.get("measure"));
        measure.setId("train-measure");
        measure.setOnAction(_ -> model.measure());
        Label estimate = Notes.muted("");
        estimate.setId("train-estimate");
        model.estimateProperty().subscribe(words -> {
            estimate.setText(words);
            only(estimate, !words.isEmpty());
            only(measure, words.isEmpty());
        });
        return new VBox(measure, estimate);
    }

    private void describe() {
        origin.setText(model.startModel().map(Object::toString).orElse(TEXTS.get("model.none")));
        about.setText(
                switch (model.kindProperty().get()) {
                    case FROM_NOTHING -> {
                        ModelSize size = model.sizeProperty().get();
                        yield TEXTS.get("size.words", "%.1f".formatted(size.parameters() / 1e6), size.imageSize());
                    }
                    case FROM_A_MODEL -> model.partProperty().get().words();
                });
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
