package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.SimilarityMatrix;
import clipscope.score.Probabilities;
import clipscope.score.Softmax;
import clipscope.session.compare.Comparison;
import clipscope.ui.heatmap.ValueRange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Every number the grid can show, computed at one moment from what was encoded then.
///
/// **Shape:** all matrices are (encoded images, comparable labels).
///
/// **Memory:** 4 bytes a cell and mode: 2.4 MB for 2,000 × 100 and three of them.
///
/// **Thread:** Immutable.
///
/// @param cosines with the labels, not their prompts, as names of the columns
/// @param layers of the modes that the model offers
public record GridScores(SimilarityMatrix cosines, Map<GridMode, Layer> layers, ScoreRule scoreRule) {

    /// Nothing computed yet.
    public static final GridScores NONE =
            of(new Comparison.Snapshot(List.of(), List.of(), List.of(), List.of(), new ScoreRule.Softmax(1)));

    public GridScores {
        layers = Map.copyOf(layers);
    }

    /// One number for each cell, and the range of all of them.
    public record Layer(FloatMatrix values, ValueRange range) {

        static Layer of(FloatMatrix values) {
            return new Layer(values, ValueRange.of(values));
        }
    }

    /// Computes everything: not for the JavaFX thread.
    public static GridScores of(Comparison.Snapshot snapshot) {
        SimilarityMatrix cosines = snapshot.cosines();
        ScoreRule rule = snapshot.scoreRule();
        Map<GridMode, Layer> layers = new EnumMap<>(GridMode.class);
        for (GridMode mode : GridMode.offeredBy(rule)) {
            layers.put(mode, Layer.of(values(mode, cosines.cosines(), rule)));
        }
        return new GridScores(cosines, layers, rule);
    }

    private static FloatMatrix values(GridMode mode, FloatMatrix cosines, ScoreRule rule) {
        return switch (mode) {
            case COSINE -> cosines;
            case SIGMOID -> eachAlone(cosines, rule);
            case OVER_PROMPTS -> Softmax.overPrompts(cosines, rule.scale());
            case OVER_IMAGES -> Softmax.overImages(cosines, rule.scale());
        };
    }

    private static FloatMatrix eachAlone(FloatMatrix cosines, ScoreRule rule) {
        float[] all = cosines.toArray();
        double[] probabilities = Probabilities.of(
                IntStream.range(0, all.length).mapToDouble(i -> all[i]).toArray(), rule);
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) probabilities[i];
        }
        return FloatMatrix.copyOf(cosines.rows(), cosines.columns(), all);
    }

    /// {@return the numbers of a mode; those of the cosine if the model does not offer it}
    public Layer layer(GridMode mode) {
        return Optional.ofNullable(layers.get(mode)).orElseGet(() -> cosine());
    }

    /// {@return the number of one cell, if the model offers the mode}
    public OptionalDouble at(GridMode mode, int row, int column) {
        Layer layer = layers.get(mode);
        return layer == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(layer.values().at(row, column));
    }

    private Layer cosine() {
        return Objects.requireNonNull(layers.get(GridMode.COSINE)); // every model offers it
    }
}
