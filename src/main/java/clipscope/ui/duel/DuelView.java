package clipscope.ui.duel;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.task.Progress;
import clipscope.ui.control.MessagePane;
import clipscope.ui.control.Notes;
import clipscope.ui.control.Page;
import clipscope.ui.control.Page.KeyHint;
import clipscope.ui.control.PageView;
import clipscope.ui.control.PictureCache;
import clipscope.ui.control.Segments;
import clipscope.ui.control.Words;
import clipscope.ui.duel.table.DuelTable;
import clipscope.ui.duel.table.DuelWords;
import clipscope.ui.fx.Appearance;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The workspace for two models side by side.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DuelView implements PageView {

    private static final Texts TEXTS = Texts.beside(DuelView.class);

    private static final String ID = "duel";

    private static final int OFFERED = 6; // models in the middle of the page; the menu has all of them

    private static final double SIDE = 300; // pixels, where there is room for them
    private static final double SIDE_SHARE = 0.34;

    private final DuelViewModel model;
    private final DuelMaps maps;
    private final DisagreementList disagreements;
    private final CorrelationList correlations = new CorrelationList();
    private final Label verdict = Notes.muted("");
    private final Label unfinished = new Label();
    private final HBox rest = new HBox();
    private final StackPane middle = new StackPane();
    private final VBox results;
    private final Region side;
    private final BorderPane root = new BorderPane();

    /// {@return the page, not built yet}
    public static Page page(DuelViewModel model) {
        return new Page(ID, TEXTS.get("title"), Feather.COLUMNS, Page.Kind.OF_PICTURES, () -> new DuelView(model));
    }

    public DuelView(DuelViewModel model) {
        this.model = model;
        PictureCache pictures = new PictureCache(model::thumbnail);
        this.maps = new DuelMaps(model, pictures);
        this.disagreements = new DisagreementList(pictures, model::show);
        this.results = results();
        this.side = side();
        root.setId(ID);
        root.getStyleClass().add("page");
        Appearance.dress(root, DuelView.class, "duel.css");
        root.setTop(top());
        middle.getStyleClass().addAll("panel", "centre");
        root.setCenter(middle);
        root.setRight(side);
        root.sceneProperty().subscribe(scene -> model.setVisible(scene != null));
        model.contentProperty().subscribe(this::show);
        model.contendersProperty().subscribe(_ -> show(model.contentProperty().get()));
        model.picturesProperty().subscribe(disagreements::refresh);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Arrows", TEXTS.get("key.cell")),
                new KeyHint("Ctrl and +, -, 0", TEXTS.get("key.zoom")),
                new KeyHint("Enter", TEXTS.get("key.open")),
                new KeyHint("Up, Down", TEXTS.get("key.list")));
    }

    private Node top() {
        Region corners = new CornersPane(model).node();
        HBox.setHgrow(corners, Priority.ALWAYS);
        Button swap = new Button(TEXTS.get("swap"));
        swap.setAccessibleText(TEXTS.get("swap.accessible"));
        swap.setId("duel-swap");
        swap.setTooltip(new Tooltip(TEXTS.get("swap.tip")));
        swap.setOnAction(_ -> model.swapTemplates());
        Button close = new Button(TEXTS.get("close"));
        close.setId("duel-close");
        close.setTooltip(new Tooltip(TEXTS.get("close.tip")));
        close.setOnAction(_ -> model.close());
        close.disableProperty().bind(model.rightProperty().map(facts -> facts.equals(CornerFacts.NONE)));
        List.of(swap, close).forEach(button -> {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
        });
        VBox buttons = new VBox(swap, close);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER);
        HBox top = new HBox(corners, buttons);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().addAll("panel", "top");
        return top;
    }

    private VBox results() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        DuelExportMenu export = new DuelExportMenu(model.export());
        HBox line = new HBox(
                new Segments<>(
                                "duel-mode",
                                TEXTS.get("mode"),
                                List.of(DuelTable.Mode.values()),
                                DuelTable.Mode::title,
                                model.modeProperty(),
                                model.modeProperty()::set)
                        .node(),
                space,
                export.note(),
                export.node());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        verdict.setId("duel-verdict");
        Hyperlink goOn = new Hyperlink(TEXTS.get("go.on"));
        goOn.setId("duel-go-on");
        goOn.setOnAction(_ -> model.goOn());
        unfinished.setId("duel-unfinished");
        unfinished.getStyleClass().add("warning-text");
        rest.getChildren().setAll(unfinished, goOn);
        rest.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(maps.node(), Priority.ALWAYS);
        VBox all = new VBox(line, verdict, rest, maps.node());
        all.getStyleClass().add("results");
        return all;
    }

    private Region side() {
        VBox box = new VBox(
                heading(TEXTS.get("disagree"), DuelWords.distanceTip()),
                disagreements.node(),
                heading(TEXTS.get("correlation"), DuelWords.correlationTip()),
                correlations.node());
        VBox.setVgrow(disagreements.node(), Priority.ALWAYS);
        VBox.setVgrow(correlations.node(), Priority.ALWAYS);
        correlations.node().setPrefHeight(240);
        box.setId("duel-side");
        box.prefWidthProperty().bind(Bindings.min(SIDE, root.widthProperty().multiply(SIDE_SHARE)));
        box.setMinWidth(0);
        box.getStyleClass().add("panel");
        return box;
    }

    private static Label heading(String text, String tip) {
        Label heading = new Label(text);
        heading.getStyleClass().add("strong");
        heading.setTooltip(new Tooltip(tip));
        return heading;
    }

    private void show(DuelContent content) {
        boolean shown = content instanceof DuelContent.Shown;
        side.setVisible(shown);
        side.setManaged(shown);
        Node node = switch (content) {
            case DuelContent.Shown(DuelTable table) -> results(table);
            case DuelContent.NoImages() ->
                new MessagePane(Feather.IMAGE, TEXTS.get("none.images"), TEXTS.get("none.images.hint"));
            case DuelContent.NoLabels() ->
                new MessagePane(Feather.TAG, TEXTS.get("none.labels"), TEXTS.get("none.labels.hint"));
            case DuelContent.NoModel() ->
                new MessagePane(Feather.CPU, TEXTS.get("none.model"), TEXTS.get("none.model.hint"));
            case DuelContent.NoSecond() -> invitation();
            case DuelContent.Loading(String name) ->
                new MessagePane(Feather.CPU, TEXTS.get("loading", name), "", new ProgressIndicator());
            case DuelContent.NotLoaded(String name, Problem problem) ->
                new MessagePane(
                        Feather.ALERT_TRIANGLE, TEXTS.get("not.opened", name), ProblemText.of(problem), offers());
            case DuelContent.Encoding() -> encoding();
            case DuelContent.NothingEncoded() ->
                new MessagePane(
                        Feather.PAUSE_CIRCLE,
                        TEXTS.get("none.encoded"),
                        TEXTS.get("none.encoded.hint"),
                        button(TEXTS.get("go.on"), model::goOn));
            case DuelContent.NoCommonLabel() ->
                new MessagePane(Feather.TAG, TEXTS.get("none.common"), TEXTS.get("none.common.hint"));
            case DuelContent.Failed(Problem problem) ->
                new MessagePane(Feather.ALERT_TRIANGLE, TEXTS.get("failed"), ProblemText.of(problem));
        };
        middle.getChildren().setAll(node);
    }

    private Node results(DuelTable table) {
        maps.show(table);
        disagreements.show(table);
        correlations.show(table);
        verdict.setText(DuelWords.summary(table));
        long missing = model.missing();
        unfinished.setText(TEXTS.get("missing", missing));
        rest.setVisible(missing > 0);
        rest.setManaged(missing > 0);
        return results;
    }

    private Node invitation() {
        return new MessagePane(Feather.COLUMNS, TEXTS.get("invitation"), TEXTS.get("invitation.hint"), offers());
    }

    /// The models that are at hand, or where there are more.
    private Node offers() {
        VBox offers = new VBox();
        offers.setId("duel-offers");
        offers.getStyleClass().add("offers");
        offers.setAlignment(Pos.CENTER);
        List<Contender> contenders = model.contendersProperty().get();
        contenders.stream()
                .limit(OFFERED)
                .map(one -> button(one.name(), () -> model.choose(one)))
                .forEach(offers.getChildren()::add);
        offers.getChildren()
                .addAll(link(TEXTS.get("open.folder"), model::chooseFolder), link(TEXTS.get("get"), model::goToModels));
        return offers;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(false); // names of models have underscores
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> action.run());
        return link;
    }

    private Node encoding() {
        ProgressBar bar = new ProgressBar();
        bar.setId("duel-progress");
        bar.setPrefWidth(280);
        bar.progressProperty()
                .bind(model.progressProperty()
                        .map(now -> now.map(Progress::fraction).orElse(-1.0)));
        Label words = new Label();
        words.getStyleClass().add("muted");
        words.textProperty().bind(model.progressProperty().map(DuelView::progress));
        Button cancel = button(TEXTS.get("cancel"), model::cancel);
        cancel.setId("duel-cancel");
        return new MessagePane(Feather.COLUMNS, TEXTS.get("encoding"), "", bar, words, cancel);
    }

    private static String progress(Optional<Progress> progress) {
        return progress.map(now -> TEXTS.get("progress", now.done(), now.total())
                        + now.timeLeft().map(left -> " · " + Words.left(left)).orElse(""))
                .orElse("");
    }
}
