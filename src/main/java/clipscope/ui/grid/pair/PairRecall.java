package clipscope.ui.grid.pair;

import clipscope.score.retrieval.Recall;
import clipscope.session.Pairs;
import clipscope.ui.grid.table.GridTable;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// How well the images and captions of a grid find each other, by cosine.
///
/// **Thread:** Immutable.
///
/// @param captionsOfImages each paired image asks all captions
/// @param imagesOfCaptions each caption of a pair asks all images
public record PairRecall(Recall captionsOfImages, Recall imagesOfCaptions) {

    /// Ranks every pair: not for the JavaFX thread. What has no number with any of its own takes no part: to
    /// count it as missed would blame the model for what it was never asked.
    public static PairRecall of(GridTable table, Pairs pairs) {
        Set<String> paired = Set.copyOf(pairs.distinctCaptions());
        List<Recall.Query> images = IntStream.range(0, table.rows())
                .filter(r -> table.hasRow(r) && pairs.captions().containsKey(table.image(r)))
                .filter(r -> IntStream.range(0, table.columns()).anyMatch(c -> isPairWithNumber(table, pairs, r, c)))
                .mapToObj(r -> new Recall.Query(c -> table.cosine(r, c), c -> owns(table, pairs, r, c)))
                .toList();
        List<Recall.Query> captions = IntStream.range(0, table.columns())
                .filter(c -> table.column(c).obstacle().isEmpty()
                        && paired.contains(table.column(c).label()))
                .filter(c -> IntStream.range(0, table.rows()).anyMatch(r -> isPairWithNumber(table, pairs, r, c)))
                .mapToObj(c -> new Recall.Query(r -> table.cosine(r, c), r -> owns(table, pairs, r, c)))
                .toList();
        return new PairRecall(Recall.of(images, table.columns()), Recall.of(captions, table.rows()));
    }

    private static boolean isPairWithNumber(GridTable table, Pairs pairs, int row, int column) {
        return owns(table, pairs, row, column) && !Float.isNaN(table.cosine(row, column));
    }

    private static boolean owns(GridTable table, Pairs pairs, int row, int column) {
        return pairs.contains(table.image(row), table.column(column).label());
    }
}
