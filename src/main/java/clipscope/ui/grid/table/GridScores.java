package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.SimilarityMatrix;
import clipscope.score.Probabilities;
import clipscope.score.Softmax;
import clipscope.score.spread.Percentiles;
import clipscope.session.compare.Comparison;
import clipscope.ui.heatmap.ValueRange;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The numbers of the grid in one mode, computed at one moment from what was encoded then.
///
/// **Shape:** both matrices are (encoded images, comparable labels).
///
/// **Memory:** 8 bytes a cell: 80 MB for 10,000 × 1,000.
///
/// **Thread:** Immutable.
///
/// @param source what they were computed from
/// @param cosines with the labels, not their prompts, as names of the columns
/// @param values in the mode
/// @param range of all of them
public record GridScores(
        Comparison.Snapshot source, SimilarityMatrix cosines, GridMode mode, FloatMatrix values, ValueRange range) {

    /// Nothing computed yet.
    public static final GridScores NONE = of(
            new Comparison.Snapshot(List.of(), List.of(), List.of(), List.of(), new ScoreRule.Softmax(1)),
            GridMode.COSINE);

    /// Computes everything: not for the JavaFX thread.
    public static GridScores of(Comparison.Snapshot source, GridMode mode) {
        return of(source, source.cosines(), mode);
    }

    /// Computes what is different from now: not for the JavaFX thread.
    public GridScores updated(Comparison.Snapshot newest, GridMode wanted) {
        if (!newest.equals(source)) {
            return of(newest, wanted);
        }
        return wanted == mode ? this : of(source, cosines, wanted);
    }

    private static GridScores of(Comparison.Snapshot source, SimilarityMatrix cosines, GridMode mode) {
        FloatMatrix values = values(mode, cosines.cosines(), source.scoreRule());
        return new GridScores(source, cosines, mode, values, ValueRange.of(values));
    }

    private static FloatMatrix values(GridMode mode, FloatMatrix cosines, ScoreRule rule) {
        return switch (mode) {
            case COSINE -> cosines;
            case LOGIT -> logits(cosines, rule);
            case SIGMOID -> eachAlone(cosines, rule);
            case OVER_PROMPTS -> Softmax.overPrompts(cosines, rule.scale());
            case OVER_IMAGES -> Softmax.overImages(cosines, rule.scale());
            case PERCENTILE -> Percentiles.ofColumns(cosines);
        };
    }

    private static FloatMatrix logits(FloatMatrix cosines, ScoreRule rule) {
        float[] all = cosines.toArray();
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) rule.logit(all[i]);
        }
        return FloatMatrix.adopt(cosines.rows(), cosines.columns(), all);
    }

    private static FloatMatrix eachAlone(FloatMatrix cosines, ScoreRule rule) {
        float[] all = cosines.toArray();
        double[] probabilities = Probabilities.of(
                IntStream.range(0, all.length).mapToDouble(i -> all[i]).toArray(), rule);
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) probabilities[i];
        }
        return FloatMatrix.adopt(cosines.rows(), cosines.columns(), all);
    }

    ScoreRule scoreRule() {
        return source.scoreRule();
    }

    /// {@return all numbers of one cell, computed from its row and its column}
    CellFacts facts(int row, int column) {
        FloatMatrix matrix = cosines.cosines();
        double cosine = matrix.at(row, column);
        double[] inRow = IntStream.range(0, matrix.columns())
                .mapToDouble(i -> matrix.at(row, i))
                .toArray();
        double[] inColumn = IntStream.range(0, matrix.rows())
                .mapToDouble(i -> matrix.at(i, column))
                .toArray();
        ScoreRule rule = scoreRule();
        return new CellFacts(
                cosine,
                rule.logit(cosine),
                rule instanceof ScoreRule.Sigmoid
                        ? OptionalDouble.of(Probabilities.of(new double[] {cosine}, rule)[0])
                        : OptionalDouble.empty(),
                Softmax.of(inRow, rule.scale())[column],
                Softmax.of(inColumn, rule.scale())[row],
                Standing.among(cosine, inRow),
                Standing.among(cosine, inColumn));
    }
}
