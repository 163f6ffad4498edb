package clipscope.ui.prompts.lab;

import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.prompt.template.BundledSet;
import clipscope.score.NumberText;
import clipscope.score.ensemble.EnsembleRule;
import clipscope.score.ensemble.Quality;
import clipscope.ui.control.Segments;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/// The template laboratory: a list with bars, a strip by label, ensembles side by side.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LaboratoryView {

    private static final Texts TEXTS = Texts.beside(LaboratoryView.class);

    private final LaboratoryViewModel model;
    private final SideBySide sideBySide;
    private final LabelStrip strip = new LabelStrip();
    private final ListView<TemplateRow> list = new ListView<>();
    private final Label heading = new Label();
    private final Label summary = new Label();
    private final Label detail = new Label();
    private final StackPane area = new StackPane();
    private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.TEMPLATES);
    private final VBox root = new VBox();

    private enum Tab {
        TEMPLATES("tab.templates"),
        BY_LABEL("tab.labels"),
        SIDE_BY_SIDE("tab.side");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    public LaboratoryView(LaboratoryViewModel model, SideBySide sideBySide) {
        this.model = model;
        this.sideBySide = sideBySide;
        root.setId("prompts-lab");
        root.getStyleClass().add("panel");
        buildList();
        area.getStyleClass().add("lab-area");
        VBox.setVgrow(area, Priority.ALWAYS);
        root.getChildren().setAll(head(), area, box(), foot());
        tab.subscribe(_ -> showTab());
        model.rowsProperty().subscribe(this::showRows);
        model.statusProperty().subscribe(this::showStatus);
    }

    public Region node() {
        return root;
    }

    private Node head() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        heading.setId("prompts-lab-heading");
        heading.getStyleClass().add("muted");
        HBox first = new HBox(title, heading);
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("line");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox second = new HBox(
                new Segments<>(
                                "prompts-lab-tab",
                                TEXTS.get("title"),
                                List.of(Tab.values()),
                                each -> TEXTS.get(each.key),
                                tab,
                                tab::set)
                        .node(),
                space,
                rule());
        second.setAlignment(Pos.CENTER_LEFT);
        second.getStyleClass().add("line");
        VBox head = new VBox(first, second);
        head.getStyleClass().add("stack");
        return head;
    }

    private Node rule() {
        ComboBox<EnsembleRule> rule = new ComboBox<>();
        rule.setId("prompts-rule");
        rule.getItems().setAll(EnsembleRule.values());
        rule.setAccessibleText(TEXTS.get("rule.accessible"));
        rule.setConverter(new StringConverter<>() {
            @Override
            public String toString(EnsembleRule value) {
                return value == null ? "" : value.title();
            }

            @Override
            public EnsembleRule fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        model.ruleProperty().subscribe(rule::setValue);
        rule.setOnAction(_ -> model.choose(rule.getValue()));
        return rule;
    }

    private void buildList() {
        list.setId("prompts-templates");
        list.setAccessibleText(TEXTS.get("list.accessible"));
        list.setCellFactory(_ -> new TemplateRowNode(model));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            TemplateRow row = list.getSelectionModel().getSelectedItem();
            if (row != null) {
                TemplateRowNode.keys(event, model, row);
            }
        });
        list.setPlaceholder(new Label(TEXTS.get("list.empty")));
    }

    private void showTab() {
        area.getChildren()
                .setAll(
                        switch (tab.get()) {
                            case TEMPLATES -> list;
                            case BY_LABEL -> strip.node();
                            case SIDE_BY_SIDE -> sideBySide.node();
                        });
    }

    private void showRows(List<TemplateRow> rows) {
        int selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(rows);
        list.getSelectionModel().select(Math.min(selected, rows.size() - 1));
    }

    private void showStatus(LabStatus status) {
        summary.setText(
                switch (status) {
                    case LabStatus.NoImages() -> TEXTS.get("status.images");
                    case LabStatus.NoLabels() -> TEXTS.get("status.labels");
                    case LabStatus.NoModel() -> TEXTS.get("status.model");
                    case LabStatus.NoTemplates() -> TEXTS.get("status.templates");
                    case LabStatus.TooMany(long prompts, int limit) -> TEXTS.get("status.many", prompts, limit);
                    case LabStatus.Working() -> TEXTS.get("status.working");
                    case LabStatus.Failed(var problem) -> ProblemText.of(problem);
                    case LabStatus.Ready(LabResult result) -> summary(result);
                });
        heading.setText(status instanceof LabStatus.Ready(LabResult result) ? heading(result) : "");
        detail.setText(
                switch (status) {
                    case LabStatus.NoImages() -> TEXTS.get("detail.images");
                    case LabStatus.NoLabels() -> TEXTS.get("detail.labels");
                    case LabStatus.NoTemplates() -> TEXTS.get("detail.templates");
                    case LabStatus.Ready(LabResult result)
                    when !result.reference().truth() -> TEXTS.get("detail.vote");
                    default -> "";
                });
        switch (status) {
            case LabStatus.Ready(LabResult result) -> {
                strip.show(result);
                sideBySide.show(result);
            }
            case LabStatus.Working() -> {} // what was measured before stays until there is more
            case LabStatus.NoImages(),
                    LabStatus.NoLabels(),
                    LabStatus.NoModel(),
                    LabStatus.NoTemplates(),
                    LabStatus.TooMany _,
                    LabStatus.Failed _ -> {
                strip.clear();
                sideBySide.clear();
            }
        }
    }

    private static String heading(LabResult result) {
        Quality quality = result.report().ensemble();
        int images = result.input().images().size();
        int all = result.input().outOf();
        if (quality.truth()) {
            return images < all
                    ? TEXTS.get("heading.truth.some", quality.judged(), all)
                    : TEXTS.get("heading.truth", quality.judged());
        }
        return images < all ? TEXTS.get("heading.vote.some", images, all) : TEXTS.get("heading.vote", images);
    }

    private static String summary(LabResult result) {
        Quality ensemble = result.report().ensemble();
        double gain = ensemble.agreement() - result.bestSingle().agreement();
        return TEXTS.get(
                ensemble.truth() ? "summary.truth" : "summary",
                result.input().chosen().size(),
                NumberText.percent(ensemble.agreement()),
                TemplateRowNode.signed(gain),
                String.format(Locale.ROOT, "%.3f", ensemble.margin()).replace('-', '−'),
                String.format(Locale.ROOT, "%.1f", 100 * ensemble.uncertainty()));
    }

    private Node box() {
        summary.getStyleClass().add("strong");
        summary.setId("prompts-summary");
        Label note = new Label();
        note.setId("prompts-note");
        note.textProperty().bind(model.noteProperty());
        VBox box = new VBox(summary, detail, note);
        for (Label label : List.of(summary, detail, note)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        detail.getStyleClass().add("muted");
        note.getStyleClass().add("muted");
        box.getStyleClass().add("summary");
        return box;
    }

    private Node foot() {
        TextField typed = new TextField();
        typed.setId("prompts-add");
        typed.setPromptText(TEXTS.get("add.hint"));
        typed.setAccessibleText(TEXTS.get("add.accessible"));
        typed.setOnAction(_ -> {
            if (model.add(typed.getText())) {
                typed.clear();
            }
        });
        Hyperlink select = new Hyperlink(TEXTS.get("select"));
        select.setId("prompts-select");
        select.setOnAction(_ -> model.select());
        select.visibleProperty().bind(model.selection().runningProperty().not());
        select.managedProperty().bind(select.visibleProperty());
        Hyperlink cancel = new Hyperlink(TEXTS.get("select.stop"));
        cancel.setId("prompts-cancel");
        cancel.setOnAction(_ -> model.selection().cancel());
        cancel.visibleProperty().bind(model.selection().runningProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        Hyperlink all = new Hyperlink(TEXTS.get("all"));
        all.setOnAction(_ -> model.useAll(true));
        Hyperlink file = new Hyperlink(TEXTS.get("import"));
        file.setId("prompts-import");
        file.setAccessibleText(TEXTS.get("import.accessible"));
        file.setOnAction(_ -> chooseFile());
        Hyperlink paste = new Hyperlink(TEXTS.get("paste"));
        paste.setAccessibleText(TEXTS.get("paste.accessible"));
        paste.setId("prompts-paste");
        paste.setOnAction(_ ->
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).ifPresent(model::importText));
        MenuButton sets = new MenuButton(TEXTS.get("lists"));
        sets.setId("prompts-sets");
        for (BundledSet set : BundledSet.values()) {
            MenuItem item = new MenuItem(
                    "%s (%d): %s".formatted(set.title(), set.templates().size(), set.about()));
            item.setOnAction(_ -> model.load(set));
            sets.getItems().add(item);
        }
        FlowPane links = new FlowPane(sets, file, paste, select, cancel, all);
        links.getStyleClass().add("links");
        VBox foot = new VBox(typed, links);
        foot.visibleProperty().bind(tab.isEqualTo(Tab.TEMPLATES)); // tables need the room
        foot.managedProperty().bind(foot.visibleProperty());
        foot.getStyleClass().add("stack");
        return foot;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("import.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                TEXTS.get("lists"), "*.txt", "*.md", "*.py", "*.json", "*.ipynb", "*.csv"),
                        new FileChooser.ExtensionFilter(TEXTS.get("filter.all"), "*"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.importFile(chosen.toPath());
        }
    }
}
