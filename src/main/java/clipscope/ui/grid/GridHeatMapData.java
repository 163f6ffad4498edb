package clipscope.ui.grid;

import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.score.NumberText;
import clipscope.session.Pairs;
import clipscope.session.compare.LabelResult;
import clipscope.ui.control.PictureCache;
import clipscope.ui.grid.table.CellFacts;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridColumn;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridRange;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.ColorScale;
import clipscope.ui.heatmap.HeatMapData;
import clipscope.ui.heatmap.HeatMapLegend;
import clipscope.ui.heatmap.ValueRange;
import java.util.Optional;
import javafx.scene.image.Image;

/// The grid as its heat map asks for it.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridHeatMapData implements HeatMapData {

    private static final Texts TEXTS = Texts.beside(GridHeatMapData.class);

    private final GridViewModel model;
    private final GridTable table;
    private final PictureCache pictures;

    GridHeatMapData(GridViewModel model, GridTable table, PictureCache pictures) {
        this.model = model;
        this.table = table;
        this.pictures = pictures;
    }

    /// {@return the words of the legend; where the range leaves out numbers, its ends say so}
    HeatMapLegend.Words legend() {
        GridChoice choice = table.choice();
        return table.colorRange()
                .map(this::words)
                .orElseGet(() -> new HeatMapLegend.Words(
                        end("end.lowest", "end.lowest.robust"),
                        end("end.highest", "end.highest.robust"),
                        choice.mode().unit(),
                        choice.colors()));
    }

    private String end(String key, String robustKey) {
        int scope = switch (table.choice().scope()) {
            case WHOLE -> 0;
            case ROW -> 1;
            case COLUMN -> 2;
        };
        return TEXTS.get(table.choice().range() == GridRange.ROBUST ? robustKey : key, scope);
    }

    private HeatMapLegend.Words words(ValueRange range) {
        ValueRange data = table.dataRange();
        GridMode mode = table.mode();
        String lowest = mode.text(range.min());
        String highest = mode.text(range.max());
        return new HeatMapLegend.Words(
                data.min() < range.min() ? "≤ " + lowest : lowest,
                data.max() > range.max() ? "≥ " + highest : highest,
                mode.unit(),
                table.choice().colors());
    }

    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public int columns() {
        return table.columns();
    }

    @Override
    public String rowName(int row) {
        return table.source(row).shortName();
    }

    @Override
    public String rowDescription(int row) {
        return table.source(row).name();
    }

    @Override
    public Optional<Image> picture(int row) {
        return pictures.get(table.image(row));
    }

    @Override
    public Column column(int column) {
        GridColumn shown = table.column(column);
        return new Column(
                shown.label(),
                order(shown.label()),
                shown.obstacle().map(GridHeatMapData::note).orElse(""));
    }

    @Override
    public ColorScale colors() {
        return table.choice().colors();
    }

    @Override
    public boolean marked(int row, int column) {
        Pairs pairs = model.pairs().pairsProperty().get();
        return pairs.contains(table.image(row), table.column(column).label());
    }

    @Override
    public int frozenRows() {
        return table.frozenRows();
    }

    @Override
    public int frozenColumns() {
        return table.frozenColumns();
    }

    @Override
    public String summary() {
        String whole = HeatMapData.super.summary();
        return frozenRows() + frozenColumns() == 0
                ? whole
                : TEXTS.get("map.frozen", whole, frozenRows(), frozenColumns());
    }

    @Override
    public boolean startsGroup(int row) {
        return table.startsGroup(row);
    }

    @Override
    public double fraction(int row, int column) {
        return table.fraction(row, column);
    }

    @Override
    public String text(int row, int column) {
        return table.mode().cellText(table.value(row, column));
    }

    @Override
    public String description(int row, int column) {
        String cell = rowName(row) + " × " + table.column(column).prompt() + "\n";
        return cell
                + table.facts(row, column).map(GridHeatMapData::numbers).orElseGet(() -> reason(row, column))
                + frozen(row < frozenRows(), column < frozenColumns());
    }

    private static String frozen(boolean image, boolean prompt) {
        return image || prompt ? "\n" + TEXTS.get("cell.frozen", image && prompt ? 2 : image ? 0 : 1) : "";
    }

    private String reason(int row, int column) {
        return model.problem(table.image(row))
                .map(ProblemText::of)
                .or(() -> table.column(column).obstacle().map(GridHeatMapData::obstacleText))
                .orElse(TEXTS.get("cell.waiting"));
    }

    private static String numbers(CellFacts facts) {
        String cosine = NumberText.cosine(facts.cosine());
        String logit = NumberText.logit(facts.logit());
        String overPrompts = NumberText.percent(facts.overPrompts());
        String overImages = NumberText.percent(facts.overImages());
        return facts.alone().isPresent()
                ? TEXTS.get(
                        "cell.alone",
                        cosine,
                        logit,
                        NumberText.percent(facts.alone().getAsDouble()),
                        overPrompts,
                        overImages)
                : TEXTS.get("cell", cosine, logit, overPrompts, overImages);
    }

    private Order order(String label) {
        return table.choice().order().rows() instanceof GridOrder.ByColumn(String by, boolean highestFirst)
                        && by.equals(label)
                ? highestFirst ? Order.HIGHEST_FIRST : Order.LOWEST_FIRST
                : Order.NONE;
    }

    /// Only what will not pass is hatched: a prompt that waits will have its numbers in a moment.
    private static String note(LabelResult obstacle) {
        return obstacle instanceof LabelResult.Waiting ? "" : obstacleText(obstacle);
    }

    private static String obstacleText(LabelResult obstacle) {
        return switch (obstacle) {
            case LabelResult.Unknown _ -> TEXTS.get("cell.unknown");
            case LabelResult.Failed failed -> ProblemText.of(failed.problem());
            case LabelResult.LeftOut _ -> TEXTS.get("cell.left.out");
            case LabelResult.Waiting _, LabelResult.Scored _ -> TEXTS.get("cell.waiting");
        };
    }
}
