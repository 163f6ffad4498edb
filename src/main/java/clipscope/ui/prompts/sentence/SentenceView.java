package clipscope.ui.prompts.sentence;

import clipscope.clip.text.TextPiece;
import clipscope.language.Texts;
import clipscope.prompt.lint.Finding;
import clipscope.prompt.lint.Fix;
import clipscope.ui.control.Segments;
import clipscope.ui.heatmap.HeatMap;
import clipscope.ui.prompts.work.CellsOnly;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Tokens, words and lint of prompts; the names of labels; how alike the prompts are.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SentenceView {

    private static final Texts TEXTS = Texts.beside(SentenceView.class);

    private static final String LEFT_TO_RIGHT = "\u200e"; // whatever the label's script is, the sentence is ours
    private static final int MOST_FINDINGS = 30; // nobody reads more, and each is several nodes

    private final SentenceViewModel model;
    private final TextField prompt = new TextField();
    private final Label count = new Label();
    private final ProgressBar meter = new ProgressBar(0);
    private final FlowPane pieces = new FlowPane();
    private final WordsNode words = new WordsNode();
    private final VBox findings = new VBox();
    private final LabelNames names;
    private final HeatMap map = new HeatMap(new CellsOnly());
    private final Label firstOnly = new Label();
    private final StackPane area = new StackPane();
    private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.PROMPT);
    private final VBox root = new VBox();

    private enum Tab {
        PROMPT("prompt"),
        NAMES("names"),
        LIKENESS("likeness");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    public SentenceView(SentenceViewModel model) {
        this.model = model;
        this.names = new LabelNames(model);
        root.setId("prompts-sentence");
        root.getStyleClass().add("panel");
        map.setId("prompts-likeness");
        VBox.setVgrow(area, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        new Segments<>(
                                        "prompts-sentence-tab",
                                        TEXTS.get("prompt"),
                                        List.of(Tab.values()),
                                        each -> TEXTS.get(each.key),
                                        tab,
                                        tab::set)
                                .node(),
                        area);
        Node inspector = inspector();
        Node likeness = likeness();
        tab.subscribe(_ -> area.getChildren()
                .setAll(
                        switch (tab.get()) {
                            case PROMPT -> inspector;
                            case NAMES -> names.node();
                            case LIKENESS -> likeness;
                        }));
        model.readingProperty().subscribe(this::show);
        model.judgedProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private Node likeness() {
        firstOnly.setId("prompts-likeness-first");
        firstOnly.getStyleClass().add("muted");
        firstOnly.managedProperty().bind(firstOnly.textProperty().isNotEmpty());
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox both = new VBox(firstOnly, map);
        both.getStyleClass().add("stack");
        return both;
    }

    private Node inspector() {
        prompt.setId("prompts-prompt");
        prompt.setPromptText(TEXTS.get("prompt.hint"));
        prompt.setAccessibleText(TEXTS.get("prompt.accessible"));
        model.promptProperty().subscribe(text -> {
            if (!prompt.isFocused() || !prompt.getText().equals(text)) {
                prompt.setText(text);
            }
        });
        prompt.textProperty().subscribe(text -> {
            if (prompt.isFocused() && !text.equals(model.promptProperty().get())) {
                model.look(text);
            }
        });
        count.setId("prompts-token-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        meter.setMaxWidth(Double.MAX_VALUE);
        meter.getStyleClass().add("small");
        HBox.setHgrow(meter, Priority.ALWAYS);
        HBox tokens = new HBox(strong(TEXTS.get("tokens")), count, meter);
        tokens.setAlignment(Pos.CENTER_LEFT);
        tokens.getStyleClass().add("line");
        pieces.setId("prompts-pieces");
        pieces.setMinWidth(0);
        pieces.getStyleClass().add("pieces");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox which = new HBox(
                strong(TEXTS.get("words")),
                space,
                new Segments<>(
                                "prompts-scope",
                                TEXTS.get("words.scope"),
                                List.of(WordScope.values()),
                                WordScope::title,
                                model.scopeProperty(),
                                model::choose)
                        .node());
        which.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.setWrapText(true);
        findings.setId("prompts-findings");
        findings.getStyleClass().add("stack");
        VBox all = new VBox(prompt, problem, tokens, pieces, which, words.node(), strong(TEXTS.get("lint")), findings);
        all.getStyleClass().add("sentence");
        all.setMinWidth(0); // a word that is wider than the panel must not push the rest beyond its edge
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private void show(Optional<Reading> reading) {
        pieces.getChildren().clear();
        count.setText(reading.map(SentenceView::count).orElse(""));
        meter.setProgress(
                reading.map(read -> (double) read.tokens() / read.limit()).orElse(0.0));
        reading.ifPresent(read -> {
            int place = 0;
            for (TextPiece piece : read.pieces()) {
                pieces.getChildren().add(node(piece, place++));
            }
        });
        words.show(reading);
        showFindings();
    }

    private static String count(Reading read) {
        return read.dropped() > 0
                ? TEXTS.get("count.cut", read.tokens(), read.limit(), read.dropped())
                : TEXTS.get("count", read.tokens(), read.limit());
    }

    private static Node node(TextPiece piece, int place) {
        Label text = new Label(piece.text());
        text.getStyleClass().addAll("piece", "piece-" + place % 5);
        Label id = new Label(String.valueOf(piece.id()));
        id.getStyleClass().add("piece-id");
        if (!piece.read()) {
            text.getStyleClass().add("piece-cut");
        }
        VBox both = new VBox(text, id);
        both.setAlignment(Pos.CENTER);
        both.setAccessibleText(
                TEXTS.get(piece.read() ? "piece" : "piece.cut", piece.text(), String.valueOf(piece.id())));
        return both;
    }

    private void show(SentenceViewModel.Judged judged) {
        showFindings();
        names.show(judged.labels());
        int few = judged.alike().rows();
        map.show(new AlikeData(judged.labels().subList(0, few), judged.alike()));
        firstOnly.setText(
                few < judged.labels().size()
                        ? TEXTS.get("likeness.first", few, judged.labels().size())
                        : "");
    }

    private void showFindings() {
        List<Finding> found = model.findings();
        findings.getChildren()
                .setAll(found.stream().limit(MOST_FINDINGS).map(this::node).toList());
        if (found.size() > MOST_FINDINGS) {
            findings.getChildren().add(muted(TEXTS.get("lint.more", found.size() - MOST_FINDINGS)));
        } else if (found.isEmpty()) {
            boolean nothingRead = model.judgedProperty().get().labels().isEmpty()
                    && model.readingProperty().get().isEmpty();
            findings.getChildren().add(muted(TEXTS.get(nothingRead ? "lint.labels" : "lint.none")));
        }
    }

    private Node node(Finding finding) {
        Label reason = new Label(LEFT_TO_RIGHT + finding.subject() + ": " + finding.reason());
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("finding-text");
        FlowPane fixes = new FlowPane();
        fixes.setMinWidth(0);
        fixes.getStyleClass().add("links");
        for (Fix fix : finding.fixes()) {
            Hyperlink link = new Hyperlink(fix.title());
            link.setOnAction(_ -> model.fix(fix));
            link.maxWidthProperty().bind(fixes.widthProperty());
            fixes.getChildren().add(link);
        }
        VBox box = finding.fixes().isEmpty() ? new VBox(reason) : new VBox(reason, fixes);
        box.getStyleClass().add("finding");
        return box;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
