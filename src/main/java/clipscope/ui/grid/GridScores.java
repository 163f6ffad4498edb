package clipscope.ui.grid;

import clipscope.embedding.FloatMatrix;
import clipscope.embedding.SimilarityMatrix;
import clipscope.score.Softmax;
import clipscope.session.Comparison;

/// Every number the grid can show, computed at one moment from what was encoded then.
///
/// **Shape:** all matrices are (encoded images, comparable labels).
///
/// **Memory:** 12 bytes a cell: 2.4 MB for 2,000 × 100.
///
/// **Thread:** Immutable.
///
/// @param cosines with the labels, not their prompts, as names of the columns
record GridScores(SimilarityMatrix cosines, FloatMatrix overPrompts, FloatMatrix overImages, double logitScale) {

    /// Computes everything: not for the JavaFX thread.
    static GridScores of(Comparison.Snapshot snapshot) {
        SimilarityMatrix cosines = snapshot.cosines();
        return new GridScores(
                cosines,
                Softmax.overPrompts(cosines.cosines(), snapshot.logitScale()),
                Softmax.overImages(cosines.cosines(), snapshot.logitScale()),
                snapshot.logitScale());
    }
}
