package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.SimilarityMatrix;
import clipscope.score.Softmax;
import clipscope.session.compare.Comparison;
import clipscope.ui.heatmap.ValueRange;
import java.util.List;

/// Every number the grid can show, computed at one moment from what was encoded then.
///
/// **Shape:** all matrices are (encoded images, comparable labels).
///
/// **Memory:** 12 bytes a cell: 2.4 MB for 2,000 × 100.
///
/// **Thread:** Immutable.
///
/// @param cosines with the labels, not their prompts, as names of the columns
public record GridScores(
        SimilarityMatrix cosines, Layer cosine, Layer overPrompts, Layer overImages, ScoreRule scoreRule) {

    /// Nothing computed yet.
    public static final GridScores NONE =
            of(new Comparison.Snapshot(List.of(), List.of(), List.of(), List.of(), new ScoreRule.Softmax(1)));

    /// One number for each cell, and the range of all of them.
    public record Layer(FloatMatrix values, ValueRange range) {

        static Layer of(FloatMatrix values) {
            return new Layer(values, ValueRange.of(values));
        }
    }

    /// Computes everything: not for the JavaFX thread.
    public static GridScores of(Comparison.Snapshot snapshot) {
        SimilarityMatrix cosines = snapshot.cosines();
        return new GridScores(
                cosines,
                Layer.of(cosines.cosines()),
                Layer.of(Softmax.overPrompts(
                        cosines.cosines(), snapshot.scoreRule().scale())),
                Layer.of(Softmax.overImages(
                        cosines.cosines(), snapshot.scoreRule().scale())),
                snapshot.scoreRule());
    }

    /// {@return the numbers of a mode}
    public Layer layer(GridMode mode) {
        return switch (mode) {
            case COSINE -> cosine;
            case OVER_PROMPTS -> overPrompts;
            case OVER_IMAGES -> overImages;
        };
    }
}
