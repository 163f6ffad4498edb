package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.LabelResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Grids for tests, small enough to compute by hand.
///
/// Two dimensions and a logit scale of 10. Image 1 is (1, 0), image 2 (0.6, 0.8), image 3 (0, 1); the labels
/// are "x" (1, 0) and "y" (0, 1): so the cosines are 1 0, 0.6 0.8, 0 1.
public final class Tables {

    public static final ImageId FIRST = new ImageId(1);
    public static final ImageId SECOND = new ImageId(2);
    public static final ImageId THIRD = new ImageId(3);
    public static final ImageId WAITING = new ImageId(4);

    public static final GridScores SCORES = scores(new ScoreRule.Softmax(10));

    private Tables() {}

    public static GridScores scores(ScoreRule rule) {
        return GridScores.of(snapshot(rule), GridMode.COSINE);
    }

    public static Comparison.Snapshot snapshot(ScoreRule rule) {
        return new Comparison.Snapshot(
                List.of(FIRST, SECOND, THIRD),
                List.of(embedding(1, 0), embedding(3, 4), embedding(0, 1)),
                List.of("x", "y"),
                List.of(embedding(1, 0), embedding(0, 1)),
                rule);
    }

    /// {@return the table of all four images, the third of which stands before the second}
    public static GridTable table(GridMode mode, GridOrder.Rows rows) {
        return table(mode, SCORES, rows);
    }

    public static GridTable table(GridMode mode, GridScores scores, GridOrder.Rows rows) {
        return table(GridChoice.FIRST.withMode(mode).withOrder(GridOrder.FIRST.withRows(rows)), scores);
    }

    /// Images one and two lie in one folder, three and four in another.
    public static GridTable table(GridChoice choice, GridScores scores) {
        return GridTable.of(
                new GridTable.Content(
                        List.of(WAITING, FIRST, THIRD, SECOND),
                        List.of(in("b"), in("a"), in("b"), in("a")),
                        List.of(column("x"), obstructed("strange"), column("y")),
                        choice),
                scores.updated(scores.source(), choice.mode()));
    }

    /// {@return a file in a folder}
    public static ImageSource in(String folder) {
        return new ImageSource.OfFile(Path.of(folder, "picture.png"));
    }

    public static GridColumn column(String label) {
        return new GridColumn(label, "a photo of " + label, Optional.empty());
    }

    public static GridColumn obstructed(String label) {
        return new GridColumn(label, "a photo of " + label, Optional.of(new LabelResult.Waiting(label)));
    }

    private static Embedding embedding(float x, float y) {
        return Embedding.ofProjection(new float[] {x, y});
    }
}
