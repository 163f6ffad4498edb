package clipscope.ui.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.ui.heatmap.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTableTest {

    private static final float TOLERANCE = 1e-6f; // float rounding of unit vectors

    @Test
    void withoutSortingTheRowsStandAsInTheSession() {
        GridTable table = Tables.table(GridMode.COSINE, Optional.empty());

        assertEquals(List.of(Tables.WAITING, Tables.FIRST, Tables.THIRD, Tables.SECOND), images(table));
        assertEquals(0.6f, table.value(3, 0), TOLERANCE);
        assertEquals(0.8f, table.value(3, 2), TOLERANCE);
    }

    @Test
    void imagesAndLabelsWithoutEmbeddingHaveNoNumber() {
        GridTable table = Tables.table(GridMode.COSINE, Optional.empty());

        assertTrue(Float.isNaN(table.value(0, 0)));
        assertTrue(Float.isNaN(table.value(1, 1)));
        assertEquals(Optional.empty(), table.facts(0, 0));
        assertEquals(Optional.empty(), table.facts(1, 1));
    }

    @Test
    void sortingPutsTheHighestFirstAndWhatHasNoNumberLast() {
        GridTable table = Tables.table(GridMode.COSINE, Optional.of(new GridSort("x", true)));

        assertEquals(List.of(Tables.FIRST, Tables.SECOND, Tables.THIRD, Tables.WAITING), images(table));
        assertEquals(1f, table.value(0, 0), TOLERANCE);
        assertEquals(0f, table.value(2, 0), TOLERANCE);
    }

    @Test
    void theLowestFirstStillHasWhatHasNoNumberLast() {
        GridTable table = Tables.table(GridMode.COSINE, Optional.of(new GridSort("x", false)));

        assertEquals(List.of(Tables.THIRD, Tables.SECOND, Tables.FIRST, Tables.WAITING), images(table));
    }

    @Test
    void sortingByAColumnWithoutNumbersChangesNothing() {
        GridTable table = Tables.table(GridMode.COSINE, Optional.of(new GridSort("strange", true)));

        assertEquals(List.of(Tables.WAITING, Tables.FIRST, Tables.THIRD, Tables.SECOND), images(table));
        assertEquals(images(table), images(Tables.table(GridMode.COSINE, Optional.of(new GridSort("gone", true)))));
    }

    /// Of the cosines 0.6 and 0.8 at scale 10: e^6 / (e^6 + e^8) = 1 / (1 + e^2) = 0.119203.
    @Test
    void softmaxOverPromptsIsOfTheRow() {
        GridTable table = Tables.table(GridMode.OVER_PROMPTS, Optional.empty());

        assertEquals(0.119203f, table.value(3, 0), TOLERANCE);
        assertEquals(0.880797f, table.value(3, 2), TOLERANCE);
    }

    /// Of the cosines 1, 0.6 and 0 at scale 10: e^6 / (e^10 + e^6 + 1) = 0.0179854.
    @Test
    void softmaxOverImagesIsOfTheColumn() {
        GridTable table = Tables.table(GridMode.OVER_IMAGES, Optional.empty());

        assertEquals(0.0179854f, table.value(3, 0), TOLERANCE);
    }

    @Test
    void aCellKnowsAllItsNumbersAndWhereItStands() {
        CellFacts facts =
                Tables.table(GridMode.COSINE, Optional.empty()).facts(3, 0).orElseThrow();

        assertEquals(0.6, facts.cosine(), TOLERANCE);
        assertEquals(6, facts.logit(), 1e-5);
        assertEquals(0.119203, facts.overPrompts(), TOLERANCE);
        assertEquals(0.0179854, facts.overImages(), TOLERANCE);
        assertEquals(2, facts.inRow().rank());
        assertEquals(2, facts.inRow().count());
        assertEquals(2, facts.inColumn().rank());
        assertEquals(3, facts.inColumn().count());
        assertEquals(1.6 / 3, facts.inColumn().mean(), TOLERANCE);
        assertEquals(0.410961, facts.inColumn().deviation(), 1e-5); // sqrt(1.36 / 3 - (1.6 / 3)²)
    }

    /// Of the cosines 0.6, 0.8 and 0 with scale 10 and bias -5, whose logits are 1, 3 and -5.
    @Test
    void aSigmoidIsOfTheCellAlone() {
        GridScores scores = Tables.scores(new ScoreRule.Sigmoid(10, -5));
        GridTable table = Tables.table(GridMode.SIGMOID, scores, Optional.empty());

        assertEquals(0.731059f, table.value(3, 0), TOLERANCE);
        assertEquals(0.952574f, table.value(3, 2), TOLERANCE);
        assertEquals(0.00669285f, table.value(2, 0), TOLERANCE);
        assertEquals(0.731059, table.facts(3, 0).orElseThrow().alone().orElseThrow(), TOLERANCE);
        assertEquals(new ValueRange(0, 1), GridRange.FIXED.of(table));
    }

    @Test
    void aModelWithASoftmaxHasNoProbabilityOfACellAlone() {
        CellFacts facts =
                Tables.table(GridMode.COSINE, Optional.empty()).facts(3, 0).orElseThrow();

        assertTrue(facts.alone().isEmpty());
        assertTrue(!GridMode.offeredBy(new ScoreRule.Softmax(10)).contains(GridMode.SIGMOID));
    }

    @Test
    void theRangeIsThatOfTheNumbersThereAre() {
        ValueRange range = Tables.table(GridMode.COSINE, Optional.empty()).dataRange();

        assertEquals(0, range.min(), TOLERANCE);
        assertEquals(1, range.max(), TOLERANCE);
    }

    @Test
    void rowsAndColumnsAreFoundWhereverTheyAre() {
        GridTable table = Tables.table(GridMode.COSINE, Optional.of(new GridSort("x", true)));

        assertEquals(Optional.of(1), table.rowOf(Tables.SECOND));
        assertEquals(Optional.empty(), table.rowOf(new ImageId(99)));
        assertEquals(Optional.of(2), table.columnOf("y"));
        assertEquals(Optional.empty(), table.columnOf("z"));
    }

    private static List<ImageId> images(GridTable table) {
        return IntStream.range(0, table.rows()).mapToObj(table::image).toList();
    }
}
