package clipscope.ui.duel;

import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.ui.control.PictureCache;
import clipscope.ui.duel.table.DuelTable;
import clipscope.ui.duel.table.DuelWords;
import clipscope.ui.heatmap.HeatMapData;
import clipscope.ui.heatmap.HeatMapLegend;
import clipscope.ui.heatmap.ValueRange;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.scene.image.Image;

/// One side of a duel as its heat map asks for it.
///
/// **Thread:** Confined to the JavaFX thread.
///
/// @param name of the image of a row
record DuelHeatMapData(
        DuelTable table, DuelTable.Side side, DuelTable.Mode mode, PictureCache pictures, IntFunction<String> name)
        implements HeatMapData {

    private static final Texts TEXTS = Texts.beside(DuelHeatMapData.class);

    HeatMapLegend.Words legend() {
        ValueRange range = side.range(mode);
        return switch (mode) {
            case COSINE ->
                new HeatMapLegend.Words(
                        NumberText.shortCosine(range.min()),
                        NumberText.shortCosine(range.max()),
                        TEXTS.get("unit.cosine"),
                        colors());
            case PROBABILITY ->
                new HeatMapLegend.Words(
                        NumberText.percent(range.min()),
                        NumberText.percent(range.max()),
                        TEXTS.get("unit.probability"),
                        colors());
        };
    }

    @Override
    public int rows() {
        return table.images().size();
    }

    @Override
    public int columns() {
        return table.labels().size();
    }

    @Override
    public String rowName(int row) {
        return name.apply(row);
    }

    @Override
    public Optional<Image> picture(int row) {
        return pictures.get(table.images().get(row));
    }

    @Override
    public Column column(int column) {
        String correlation = DuelWords.correlation(table.scores().correlations().get(column));
        return new Column(table.labels().get(column), Order.NONE, "", TEXTS.get("column.note", correlation));
    }

    /// The label that the picture's folder is called by.
    @Override
    public boolean marked(int row, int column) {
        return table.truths().get(row).equals(OptionalInt.of(column));
    }

    @Override
    public double fraction(int row, int column) {
        return side.range(mode).fraction(side.value(mode, row, column));
    }

    @Override
    public String text(int row, int column) {
        float value = side.value(mode, row, column);
        return mode == DuelTable.Mode.COSINE ? NumberText.shortCosine(value) : NumberText.shortPercent(value);
    }

    @Override
    public String description(int row, int column) {
        double cosine = side.corner().cosines().at(row, column);
        return TEXTS.get(
                "cell",
                rowName(row),
                side.prompts().get(column),
                NumberText.cosine(cosine),
                NumberText.logit(side.corner().rule().logit(cosine)),
                NumberText.percent(side.probabilities().at(row, column)));
    }
}
