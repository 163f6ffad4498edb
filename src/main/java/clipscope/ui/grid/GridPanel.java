package clipscope.ui.grid;

import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.score.NumberText;
import clipscope.score.spread.Summary;
import clipscope.ui.control.PictureCache;
import clipscope.ui.grid.table.CellFacts;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridSelection;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.grid.table.Standing;
import clipscope.ui.heatmap.place.CellBlock;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Everything about one cell: the one at the pointer, or the one the keyboard is on.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridPanel {

    private static final Texts TEXTS = Texts.beside(GridPanel.class);

    private static final double PICTURE = 200;

    private final GridViewModel model;
    private final PictureCache pictures;
    private final VBox root = new VBox();
    private boolean pictureMissing;

    GridPanel(GridViewModel model, PictureCache pictures) {
        this.model = model;
        this.pictures = pictures;
        root.setId("grid-panel");
        root.getStyleClass().add("panel");
        model.contentProperty().subscribe(this::update);
        model.cursorProperty().subscribe(this::update);
        model.pointedProperty().subscribe(this::update);
        model.selectionProperty().subscribe(this::update);
        model.picturesProperty().subscribe(() -> {
            if (pictureMissing) { // thumbnails come by the thousand
                update();
            }
        });
    }

    Region node() {
        return root;
    }

    private void update() {
        Optional<GridCell> cell = model.pointedProperty().get().or(model.cursorProperty()::get);
        if (model.contentProperty().get() instanceof GridContent.Shown(GridTable table) && cell.isPresent()) {
            Optional<GridSelection> selected = model.selectionProperty().get();
            if (selected.isPresent()) {
                show(table, selected.get());
                return;
            }
            Optional<Integer> row = table.rowOf(cell.get().image());
            Optional<Integer> column = table.columnOf(cell.get().label());
            if (row.isPresent() && column.isPresent()) {
                show(table, row.get(), column.get());
                return;
            }
        }
        pictureMissing = false;
        Label hint = new Label(TEXTS.get("panel.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        root.getChildren().setAll(hint);
    }

    private void show(GridTable table, int row, int column) {
        Label title = new Label(
                table.source(row).shortName() + " × " + table.column(column).prompt());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().setAll(picture(table, row), title);
        Optional<CellFacts> facts = table.facts(row, column);
        facts.ifPresentOrElse(
                numbers -> root.getChildren().addAll(numbers(numbers), column(table, column, numbers.inColumn())),
                () -> root.getChildren()
                        .add(muted(model.problem(table.image(row))
                                .map(ProblemText::of)
                                .orElse(TEXTS.get("panel.none")))));
        Hyperlink open = new Hyperlink(TEXTS.get("panel.open"));
        open.setId("grid-open");
        open.setOnAction(_ -> model.open(table.image(row)));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        root.getChildren().addAll(space, open);
    }

    private void show(GridTable table, GridSelection selected) {
        CellBlock block = selected.block();
        Summary summary = selected.summary();
        Label title = new Label(TEXTS.get("panel.selected", block.rows(), block.columns()));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        GridPane grid = pane();
        line(grid, TEXTS.get("panel.numbers"), TEXTS.get("panel.count", summary.count()));
        root.getChildren().setAll(title, muted(table.mode().unit()), grid);
        if (summary.count() > 0) {
            line(grid, TEXTS.get("panel.mean"), table.mode().text(summary.mean()));
            line(grid, TEXTS.get("panel.deviation"), table.mode().text(summary.deviation()));
            end(grid, TEXTS.get("panel.least"), table, selected, summary.least());
            end(grid, TEXTS.get("panel.greatest"), table, selected, summary.greatest());
        }
        pictureMissing = false;
    }

    private void end(GridPane grid, String name, GridTable table, GridSelection selected, int place) {
        int row = selected.row(place);
        int column = selected.column(place);
        line(grid, name, table.mode().text(table.value(row, column)));
        grid.add(
                muted(table.source(row).shortName() + " × "
                        + table.column(column).prompt()),
                0,
                grid.getRowCount(),
                2,
                1);
    }

    private StackPane picture(GridTable table, int row) {
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE * 2 / 3);
        Optional<Image> image = pictures.get(table.image(row));
        pictureMissing = image.isEmpty();
        image.ifPresent(view::setImage);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("frame");
        frame.setMinHeight(PICTURE * 2 / 3 + 16);
        return frame;
    }

    private static GridPane numbers(CellFacts facts) {
        GridPane grid = pane();
        line(grid, TEXTS.get("panel.cosine"), NumberText.cosine(facts.cosine()));
        line(grid, TEXTS.get("panel.logit"), NumberText.logit(facts.logit()));
        facts.alone().ifPresent(probability -> line(grid, TEXTS.get("panel.sigmoid"), NumberText.percent(probability)));
        line(grid, TEXTS.get("panel.over.prompts"), NumberText.percent(facts.overPrompts()));
        line(grid, TEXTS.get("panel.over.images"), NumberText.percent(facts.overImages()));
        line(
                grid,
                TEXTS.get("panel.percentile"),
                NumberText.percentile(facts.inColumn().percentile()));
        line(grid, TEXTS.get("panel.rank.prompts"), rank(facts.inRow()));
        line(grid, TEXTS.get("panel.rank.images"), rank(facts.inColumn()));
        return grid;
    }

    private static GridPane pane() {
        GridPane grid = new GridPane();
        grid.setId("grid-numbers");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(name);
        return grid;
    }

    private static Label column(GridTable table, int column, Standing standing) {
        return muted(TEXTS.get(
                "panel.column",
                table.column(column).prompt(),
                NumberText.shortCosine(standing.mean()),
                NumberText.shortCosine(standing.deviation())));
    }

    private static String rank(Standing standing) {
        return TEXTS.get("panel.rank", standing.rank(), standing.count());
    }

    private static void line(GridPane grid, String name, String value) {
        Label number = new Label(value);
        number.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(number, VPos.TOP);
        grid.addRow(grid.getRowCount(), muted(name), number);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
