package clipscope.ui.classify.labels;

import atlantafx.base.theme.Styles;
import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.score.Lead;
import clipscope.score.NumberText;
import clipscope.score.ScoreMode;
import clipscope.ui.classify.labels.LabelRow.Beside;
import clipscope.ui.classify.scores.NoneRow;
import clipscope.ui.classify.scores.ScoresViewModel;
import clipscope.ui.classify.scores.TemperatureButton;
import clipscope.ui.control.Segments;
import clipscope.ui.fx.Debounce;
import clipscope.ui.fx.TextDrop;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The labels with their bars, the template, and what to say of both.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelsView {

    private static final Texts TEXTS = Texts.beside(LabelsView.class);

    private static final Duration QUIET = Duration.millis(80); // results follow typing within 300 ms
    private static final int MANY = 12; // labels
    private static final double MEANING_WIDTH = 320; // pixels
    private static final List<String> TEMPLATES =
            List.of("{}", "a photo of a {}.", "a picture of a {}.", "a drawing of a {}."); // CLIP's own and near ones

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 560; // pixels: below, the places among the images go

    private final LabelsViewModel model;
    private final ScoresViewModel scores;
    private final VBox root = new VBox();

    /// @param menu what can be done with all labels together
    public LabelsView(LabelsViewModel model, ScoresViewModel scores, Node menu) {
        this.model = model;
        this.scores = scores;
        root.setId("classify-results");
        root.getStyleClass().add("panel");
        LabelTable table = new LabelTable(model);
        VBox.setVgrow(table, Priority.ALWAYS); // up to its rows; what is left is empty
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        head(menu),
                        templateBar(),
                        templateWarning(),
                        search(),
                        compared(),
                        columns(),
                        table,
                        new NoneRow(scores).node(),
                        addField(),
                        notice(),
                        rest,
                        foot());
        root.widthProperty()
                .subscribe(width -> root.pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_WIDTH));
        var _ = new TextDrop(root, model::take);
    }

    public Region node() {
        return root;
    }

    private Node head(Node menu) {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("strong");
        Label count = new Label();
        count.getStyleClass().add("muted");
        model.rowsProperty()
                .subscribe(rows -> count.setText(
                        rows.size() == model.count()
                                ? TEXTS.get("count", rows.size())
                                : TEXTS.get("count.of", rows.size(), model.count())));
        Segments<ScoreMode> mode = new Segments<>(
                "classify-mode",
                TEXTS.get("scores"),
                List.of(ScoreMode.values()),
                ScoreMode::title,
                scores.modeProperty(),
                scores::setMode);
        HBox head = new HBox(title, count, space(), mode.node(), menu);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node templateBar() {
        TextField field = new TextField(model.templateProperty().get().text());
        field.setId("classify-template");
        field.setPromptText(TEXTS.get("template.prompt"));
        field.setAccessibleText(TEXTS.get("template.accessible"));
        Debounce typing = new Debounce(QUIET, () -> model.setTemplate(field.getText()));
        field.textProperty().subscribe((_, _) -> typing.request());
        field.setOnAction(_ -> typing.flush());
        model.templateProperty().subscribe(template -> {
            if (!typing.waiting() && !template.text().equals(field.getText())) {
                field.setText(template.text());
                field.end(); // whoever typed the place's name goes on behind it
                typing.cancel();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        MenuButton presets = new MenuButton(TEXTS.get("templates"));
        presets.setId("classify-template-presets");
        presets.setMinWidth(Region.USE_PREF_SIZE);
        for (String text : TEMPLATES) {
            MenuItem item = new MenuItem(text);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                typing.cancel();
                model.setTemplate(text);
            });
            presets.getItems().add(item);
        }
        MenuItem keep = new MenuItem(TEXTS.get("template.keep"));
        keep.setId("classify-template-beside");
        keep.setOnAction(_ -> model.compareWith(
                Optional.of(new Beside.OfTemplate(model.templateProperty().get()))));
        presets.getItems().addAll(new SeparatorMenuItem(), keep);
        HBox bar = new HBox(field, presets, new TemperatureButton(scores).node());
        bar.getStyleClass().add("template-bar");
        return bar;
    }

    private Node templateWarning() {
        Label warning = warning("classify-template-warning");
        model.templateProperty()
                .subscribe(template -> say(warning, template.hasPlace() ? "" : TEXTS.get("template.warning")));
        return warning;
    }

    /// Which image the bars to the left are of.
    private Node compared() {
        Label name = new Label();
        Hyperlink end = new Hyperlink(TEXTS.get("beside.end"));
        end.setId("classify-compare-end");
        end.setOnAction(_ -> model.compareWith(Optional.empty()));
        HBox line = new HBox(name, space(), end);
        line.setId("classify-compared");
        line.getStyleClass().add("compared");
        model.besideWordsProperty().subscribe(words -> {
            name.setText(words);
            line.setVisible(!words.isEmpty());
            line.setManaged(!words.isEmpty());
        });
        return line;
    }

    /// There when the list is longer than a look.
    private Node search() {
        TextField field = new TextField();
        field.setId("classify-find");
        field.setPromptText(TEXTS.get("find"));
        field.setAccessibleText(TEXTS.get("find.accessible"));
        field.textProperty().subscribe(model::find);
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        model.rowsProperty().subscribe(_ -> {
            boolean wanted = model.count() > MANY || !field.getText().isEmpty();
            field.setVisible(wanted);
            field.setManaged(wanted);
        });
        return field;
    }

    private Node columns() {
        Button label = new Button();
        label.setId("classify-order");
        label.getStyleClass().addAll(Styles.FLAT, "label-text", "order");
        label.setOnAction(_ -> model.setOrder(model.orderProperty().get().other()));
        model.orderProperty().subscribe(order -> {
            label.setText(TEXTS.get("order", order.title()));
            label.setAccessibleText(
                    TEXTS.get("order.accessible", order.title(), order.other().title()));
        });
        Label probability =
                columnName("probability", "", () -> model.kindProperty().get().explanation());
        probability.setId("classify-probability-name");
        probability.setMinWidth(Region.USE_PREF_SIZE);
        model.kindProperty().subscribe(kind -> {
            probability.setText(kind.title());
            probability.setVisible(!kind.title().isEmpty());
            probability.setManaged(!kind.title().isEmpty());
        });
        HBox numbers = new HBox(
                probability,
                columnName("cosine", TEXTS.get("column.cosine"), model::aboutCosine),
                columnName("logit", TEXTS.get("column.logit"), model::aboutLogit));
        numbers.getStyleClass().add("numbers");
        Region end = new Region();
        end.getStyleClass().add("end");
        Label here = new Label(TEXTS.get("column.here"));
        here.getStyleClass().add("here");
        Tooltip spread = new Tooltip(TEXTS.get("column.here.tip"));
        spread.setWrapText(true);
        spread.setMaxWidth(MEANING_WIDTH);
        here.setTooltip(spread);
        HBox columns = new HBox(label, space(), numbers, here, end);
        columns.getStyleClass().add("column-names");
        return columns;
    }

    /// @param meaning asked for when the pointer rests there
    private static Label columnName(String style, String name, Supplier<String> meaning) {
        Label label = new Label(name);
        Tooltip tip = new Tooltip(" "); // one without text is never shown
        tip.setWrapText(true);
        tip.setMaxWidth(MEANING_WIDTH);
        tip.setOnShowing(_ -> tip.setText(meaning.get()));
        label.setTooltip(tip);
        label.getStyleClass().addAll("number", style);
        return label;
    }

    private Node addField() {
        TextField field = new LabelField();
        field.setId("classify-add-label");
        field.setPromptText(TEXTS.get("add"));
        field.setAccessibleText(TEXTS.get("add.accessible"));
        Debounce typing = new Debounce(QUIET, () -> model.draft(field.getText()));
        field.textProperty().subscribe((_, _) -> typing.request());
        field.setOnAction(_ -> {
            model.add(field.getText());
            field.clear();
            typing.cancel();
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                typing.cancel();
                model.dropDraft();
                event.consume();
            }
        });
        return field;
    }

    private Node notice() {
        Label notice = warning("classify-notice");
        model.noticeProperty().subscribe(now -> say(notice, words(now)));
        return notice;
    }

    private static String words(ResultNotice notice) {
        return switch (notice) {
            case ResultNotice.None() -> "";
            case ResultNotice.NoLabels() -> TEXTS.get("notice.labels");
            case ResultNotice.NoImage() -> TEXTS.get("notice.image");
            case ResultNotice.NoModel() -> TEXTS.get("notice.model");
            case ResultNotice.ModelLoading(String name) -> TEXTS.get("notice.loading", name);
            case ResultNotice.ModelFailed(var problem) -> ProblemText.of(problem);
            case ResultNotice.AllBelow() -> TEXTS.get("notice.below");
            case ResultNotice.SingleLabel() -> TEXTS.get("notice.single");
        };
    }

    private Node foot() {
        Label margin = new Label();
        margin.setId("classify-margin");
        margin.getStyleClass().add("muted");
        Tooltip meaning = new Tooltip(TEXTS.get("near.meaning", NumberText.cosine(Lead.NEAR)));
        meaning.setWrapText(true);
        meaning.setMaxWidth(MEANING_WIDTH);
        model.leadProperty().subscribe(lead -> {
            margin.setText(lead.map(LabelsView::words).orElse(""));
            margin.setTooltip(lead.filter(some -> !some.near().isEmpty()).isPresent() ? meaning : null);
        });
        Hyperlink copy = new Hyperlink(TEXTS.get("copy"));
        copy.setId("classify-copy");
        copy.setOnAction(_ -> copy(model.resultText()));
        HBox foot = new HBox(margin, space(), copy);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static String words(Lead lead) {
        String key = lead.near().isEmpty() ? "margin" : lead.tied() ? "margin.tie" : "margin.near";
        return TEXTS.get(key, NumberText.logit(lead.logits()), lead.near().size());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label warning(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("notice");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
