package clipscope.ui.grid;

import clipscope.file.TextTable;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.ui.control.MessagePane;
import clipscope.ui.control.Page;
import clipscope.ui.control.Page.KeyHint;
import clipscope.ui.control.PageView;
import clipscope.ui.control.PictureCache;
import clipscope.ui.grid.pair.PairsView;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.HeatMap;
import clipscope.ui.heatmap.HeatMapLegend;
import clipscope.ui.heatmap.place.CellBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The workspace for all images and all prompts at once.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GridView implements PageView {

    private static final Texts TEXTS = Texts.beside(GridView.class);

    private static final String ID = "grid";

    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");

    private final GridViewModel model;
    private final PictureCache pictures;
    private final BorderPane root = new BorderPane();
    private final StackPane area = new StackPane();
    private final HeatMap map;
    private final HeatMapLegend legend = new HeatMapLegend();
    private final Label count = new Label();
    private final GridExportView export;
    private @Nullable GridTable shown;

    /// {@return the page, not built yet}
    public static Page page(GridViewModel model) {
        return new Page(ID, TEXTS.get("title"), Feather.GRID, Page.Kind.OF_PICTURES, () -> new GridView(model));
    }

    public GridView(GridViewModel model) {
        this.model = model;
        this.pictures = new PictureCache(model::thumbnail);
        this.map = new HeatMap(listener());
        this.export = new GridExportView(model.export(), this::exportable);
        map.setId("grid-map");
        new GridContextMenu(model, map);
        root.setId(ID);
        root.getStyleClass().add("page");
        root.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("grid.css")).toExternalForm());
        root.setTop(new GridToolbar(model, List.of(new PairsView(model.pairs()).node(), export.node())).node());
        root.setCenter(centre());
        root.setRight(new GridPanel(model, pictures).node());
        root.sceneProperty().subscribe(scene -> model.setVisible(scene != null));
        model.contentProperty().subscribe(this::show);
        model.picturesProperty().subscribe(map::refresh);
        model.pairs().pairsProperty().subscribe(() -> map.refresh());
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Arrows", TEXTS.get("key.cell")),
                new KeyHint("S", TEXTS.get("key.sort")),
                new KeyHint("F", TEXTS.get("key.freeze.image")),
                new KeyHint("Shift+F", TEXTS.get("key.freeze.prompt")),
                new KeyHint("Enter", TEXTS.get("key.open")),
                new KeyHint("Shift+Arrows", TEXTS.get("key.select")),
                new KeyHint("Ctrl+A, Esc", TEXTS.get("key.select.all")),
                new KeyHint("Home, End", TEXTS.get("key.column")),
                new KeyHint("Ctrl+Home, End", TEXTS.get("key.ends")),
                new KeyHint("Ctrl and +, -, 0", TEXTS.get("key.zoom")));
    }

    /// A table of captions makes pairs; pictures that it names and that are not here yet come with it.
    @Override
    public boolean take(List<Path> files) {
        if (files.size() != 1 || !TextTable.named(files.getFirst())) {
            return false;
        }
        model.pairs().readTable(files.getFirst());
        return true;
    }

    @Override
    public Region node() {
        return root;
    }

    private Node centre() {
        Label hint = new Label(TEXTS.get("hint"));
        hint.setId("grid-hint");
        hint.getStyleClass().add("muted");
        count.setId("grid-count");
        count.setTooltip(new Tooltip(TEXTS.get("hint.tip")));
        count.getStyleClass().add("muted");
        legend.setId("grid-legend");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(legend, space, hint, count);
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> hint.prefWidth(-1) <= roomBeside(foot), foot.widthProperty(), count.widthProperty()));
        hint.managedProperty().bind(hint.visibleProperty());
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        Label order = note("grid-order-note", model.orderNoteProperty());
        Label recall = note("grid-recall", model.pairs().summaryProperty());
        recall.setTooltip(new Tooltip(TEXTS.get("recall.tip")));
        foot.visibleProperty().bind(map.visibleProperty());
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox centre = new VBox(area, order, recall, export.result(), foot);
        centre.getStyleClass().addAll("panel", "centre");
        return centre;
    }

    private double roomBeside(HBox foot) {
        double gaps = foot.getSpacing() * (foot.getChildren().size() - 1);
        return foot.getWidth()
                - foot.snappedLeftInset()
                - foot.snappedRightInset()
                - gaps
                - legend.prefWidth(-1)
                - count.prefWidth(-1);
    }

    private static Label note(String id, ReadOnlyStringProperty text) {
        Label note = new Label();
        note.textProperty().bind(text);
        note.visibleProperty().bind(text.isNotEmpty());
        note.managedProperty().bind(text.isNotEmpty());
        note.setId(id);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private void show(GridContent content) {
        GridTable before = shown;
        shown = content instanceof GridContent.Shown(GridTable table) ? table : null;
        if (shown == null || before == null || !shown.hasPlacesOf(before)) {
            map.selectNothing();
        } else {
            model.select(map.selected());
        }
        boolean earlier = content instanceof GridContent.Earlier;
        map.setVisible(shown != null || earlier);
        map.pseudoClassStateChanged(EARLIER, earlier);
        map.setMouseTransparent(earlier);
        Node node = switch (content) {
            case GridContent.Shown(GridTable table) -> mapOf(table);
            case GridContent.Earlier(GridTable table) -> mapOf(table);
            case GridContent.NoImages() ->
                new MessagePane(Feather.IMAGE, TEXTS.get("none.images"), TEXTS.get("none.images.hint"));
            case GridContent.NoLabels() ->
                new MessagePane(Feather.TAG, TEXTS.get("none.labels"), TEXTS.get("none.labels.hint"));
            case GridContent.NoModel() ->
                new MessagePane(Feather.CPU, TEXTS.get("none.model"), TEXTS.get("none.model.hint"));
            case GridContent.ModelLoading(String name) ->
                new MessagePane(Feather.CPU, TEXTS.get("loading", name), "", new ProgressIndicator());
            case GridContent.Failed(Problem problem) ->
                new MessagePane(Feather.ALERT_TRIANGLE, TEXTS.get("failed"), ProblemText.of(problem));
        };
        area.getChildren().setAll(node);
        if (earlier) {
            count.setText(TEXTS.get("earlier"));
        }
    }

    private Node mapOf(GridTable table) {
        GridHeatMapData data = new GridHeatMapData(model, table, pictures);
        map.show(data);
        legend.show(data.legend());
        count.setText(TEXTS.get("count", table.rows(), table.columns()));
        model.cursorProperty().get().ifPresent(cell -> {
            Optional<Integer> row = table.rowOf(cell.image());
            Optional<Integer> column = table.columnOf(cell.label());
            if (row.isPresent() && column.isPresent()) {
                map.keepCursor(row.get(), column.get());
            }
        });
        return map;
    }

    /// What there is to export, as it is seen now.
    private Optional<GridExportView.Content> exportable() {
        return Optional.ofNullable(shown)
                .map(table -> new GridExportView.Content(
                        table,
                        new GridHeatMapData(model, table, pictures),
                        map.view().metrics()));
    }

    private HeatMap.Listener listener() {
        return new HeatMap.Listener() {

            @Override
            public void cursorMoved(int row, int column) {
                cell(row, column).ifPresent(model::moveCursor);
            }

            @Override
            public void pointed(int row, int column) {
                cell(row, column).ifPresent(model::point);
            }

            @Override
            public void pointerLeft() {
                model.pointNowhere();
            }

            @Override
            public void selected(Optional<CellBlock> block) {
                model.select(block);
            }

            @Override
            public void opened(int row, int column) {
                cell(row, column).map(GridCell::image).ifPresent(model::open);
            }

            @Override
            public void columnClicked(int column) {
                cell(0, column).map(GridCell::label).ifPresent(model::sortBy);
                map.showTop(); // the best of the column is what was asked for
            }
        };
    }

    private Optional<GridCell> cell(int row, int column) {
        return Optional.ofNullable(shown)
                .map(table ->
                        new GridCell(table.image(row), table.column(column).label()));
    }
}
