package clipscope.ui.models.catalogue;

import atlantafx.base.theme.Styles;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.ui.control.MessagePane;
import clipscope.ui.control.Segments;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.Debounce;
import clipscope.ui.fx.Ticker;
import clipscope.ui.problem.ProblemNotice;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of models, with what can be done with each.
///
/// **Thread:** Confined to the JavaFX thread.
public final class CatalogueView {

    private static final Texts TEXTS = Texts.beside(CatalogueView.class);

    private static final Duration LOOK = Duration.millis(250); // as fast as a person reads numbers

    private static final Duration SEEN = Duration.millis(500);

    private final CatalogueViewModel model;
    private final VBox root = new VBox();
    private final ListView<CatalogueRow> list = new ListView<>();
    private final VBox notices = new VBox();
    private final Ticker ticker;

    /// How a model that is not in the list is opened.
    ///
    /// @param folder lets the person choose a folder and opens it
    /// @param file lets the person choose a file and opens it
    public record Opening(Runnable folder, Runnable file) {}

    public CatalogueView(CatalogueViewModel model, Opening opening) {
        this.model = model;
        this.ticker = new Ticker(LOOK, model::refresh);
        root.setId("models-catalogue");
        root.getStyleClass().add("panel");
        root.getStylesheets().add(Appearance.sheet(CatalogueView.class, "catalogue.css"));
        list.setId("models-list");
        list.setItems(model.rows());
        list.setCellFactory(_ -> new CatalogueCell(model));
        list.setPlaceholder(new MessagePane(Feather.SEARCH, TEXTS.get("none"), TEXTS.get("none.hint")));
        list.setAccessibleText(TEXTS.get("title"));
        list.setOnKeyPressed(event -> {
            CatalogueRow row = list.getSelectionModel().getSelectedItem();
            if (row != null && event.getCode() == KeyCode.ENTER) {
                act(row);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        notices.getStyleClass().add("notices");
        root.getChildren().setAll(head(opening), tools(), columns(), list, notices, adding());
        model.problemProperty().subscribe(this::showProblem);
        model.rows().addListener((ListChangeListener<CatalogueRow>) _ -> look());
        Debounce measuring = new Debounce(SEEN, this::measure);
        root.sceneProperty().subscribe(measuring::request);
    }

    public Region node() {
        return root;
    }

    /// Only for a person who looks: a page that is made ready before it is shown leaves the scene at once.
    private void measure() {
        if (root.getScene() != null) {
            model.measure();
        }
    }

    private void look() {
        boolean going = model.rows().stream()
                .anyMatch(row -> row.state() instanceof RowState.Coming || row.state() instanceof RowState.Testing);
        if (going) {
            ticker.start();
        }
    }

    /// What Enter does: the first of the row's buttons.
    private void act(CatalogueRow row) {
        switch (row.state()) {
            case RowState.Here _ -> model.open(row);
            case RowState.Absent _, RowState.Paused _, RowState.Failed _ -> model.download(row.id());
            case RowState.Coming _ -> model.pause(row.id());
            case RowState.Spoilt(var _, boolean downloadable) when downloadable -> model.download(row.id());
            case RowState.InUse _, RowState.Testing _, RowState.Spoilt _ -> {} // nothing can be done
        }
    }

    private HBox head(Opening opening) {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("strong");
        Label summary = new Label();
        summary.setId("models-summary");
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(model.summaryProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, summary, space, openButton(opening));
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static SplitMenuButton openButton(Opening opening) {
        MenuItem folder = new MenuItem(TEXTS.get("open.folder"), new FontIcon(Feather.FOLDER));
        folder.setOnAction(_ -> opening.folder().run());
        MenuItem file = new MenuItem(TEXTS.get("open.file"), new FontIcon(Feather.FILE));
        file.setOnAction(_ -> opening.file().run());
        SplitMenuButton open = new SplitMenuButton(folder, file);
        open.setId("models-open");
        open.setText(TEXTS.get("open.model"));
        open.setOnAction(_ -> opening.folder().run());
        open.setMinWidth(Region.USE_PREF_SIZE);
        return open;
    }

    private HBox tools() {
        Segments<CatalogueFilter> filter = new Segments<>(
                "models-filter",
                TEXTS.get("title"),
                List.of(CatalogueFilter.values()),
                CatalogueFilter::title,
                model.filterProperty(),
                model.filterProperty()::set);
        Tooltip.install(filter.node(), new Tooltip(TEXTS.get("filter.tip")));
        TextField question = new TextField();
        question.setId("models-question");
        question.setPromptText(TEXTS.get("find"));
        question.textProperty().bindBidirectional(model.questionProperty());
        HBox.setHgrow(question, Priority.ALWAYS);
        HBox tools = new HBox(filter.node(), question);
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private HBox columns() {
        HBox columns = new HBox();
        columns.getStyleClass().add("columns");
        for (CatalogueOrder order : CatalogueOrder.values()) {
            ToggleButton button = new ToggleButton(order.title());
            button.setId("models-order-" + order.word());
            button.getStyleClass().addAll("flat", "column", "column-" + order.word());
            button.setTooltip(new Tooltip(tip(order)));
            button.setAccessibleText(TEXTS.get("order.accessible", order.title()));
            button.setOnAction(_ -> {
                model.orderProperty().set(order);
                button.setSelected(true); // a second click must not switch it off
            });
            model.orderProperty().subscribe(now -> button.setSelected(now == order));
            columns.getChildren().add(button);
        }
        ((Region) columns.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(columns.getChildren().getFirst(), Priority.ALWAYS);
        Region actions = new Region();
        actions.getStyleClass().add("actions");
        columns.getChildren().add(actions);
        return columns;
    }

    private static String tip(CatalogueOrder order) {
        return switch (order) {
            case USUAL -> TEXTS.get("order.usual.tip");
            case SIZE -> TEXTS.get("order.size.tip");
            case ACCURACY -> TEXTS.get("order.accuracy.tip");
            case SPEED -> TEXTS.get("order.speed.tip");
        };
    }

    private HBox adding() {
        TextField field = new TextField();
        field.setId("models-add-field");
        field.setPromptText(TEXTS.get("add.prompt"));
        field.setAccessibleText(TEXTS.get("add.accessible"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = new Button(TEXTS.get("add"), new FontIcon(Feather.PLUS));
        add.setId("models-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setTooltip(new Tooltip(TEXTS.get("add.tip")));
        add.disableProperty().bind(field.textProperty().map(String::isBlank));
        Runnable take = () -> {
            if (!field.getText().isBlank() && model.add(field.getText())) {
                field.clear();
            }
        };
        add.setOnAction(_ -> take.run());
        field.setOnAction(_ -> take.run());
        HBox adding = new HBox(field, add);
        adding.getStyleClass().add("adding");
        return adding;
    }

    private void showProblem(Optional<Problem> problem) {
        List<Node> nodes = problem.<Node>map(known -> new ProblemNotice(known, List.of()).node()).stream()
                .toList();
        notices.getChildren().setAll(nodes);
        notices.setManaged(!nodes.isEmpty());
    }

    static Button iconButton(Feather icon, String text, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, "flat");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
