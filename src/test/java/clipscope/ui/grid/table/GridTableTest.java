package clipscope.ui.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.ui.heatmap.ValueRange;
import clipscope.ui.heatmap.place.CellBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTableTest {

    private static final float TOLERANCE = 1e-6f; // float rounding of unit vectors

    @Test
    void withoutSortingTheRowsStandAsInTheSession() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.AsIs());

        assertEquals(List.of(Tables.WAITING, Tables.FIRST, Tables.THIRD, Tables.SECOND), images(table));
        assertEquals(0.6f, table.value(3, 0), TOLERANCE);
        assertEquals(0.8f, table.value(3, 2), TOLERANCE);
    }

    @Test
    void imagesAndLabelsWithoutEmbeddingHaveNoNumber() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.AsIs());

        assertTrue(Float.isNaN(table.value(0, 0)));
        assertTrue(Float.isNaN(table.value(1, 1)));
        assertEquals(Optional.empty(), table.facts(0, 0));
        assertEquals(Optional.empty(), table.facts(1, 1));
    }

    @Test
    void sortingPutsTheHighestFirstAndWhatHasNoNumberLast() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.ByColumn("x", true));

        assertEquals(List.of(Tables.FIRST, Tables.SECOND, Tables.THIRD, Tables.WAITING), images(table));
        assertEquals(1f, table.value(0, 0), TOLERANCE);
        assertEquals(0f, table.value(2, 0), TOLERANCE);
    }

    @Test
    void theLowestFirstStillHasWhatHasNoNumberLast() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.ByColumn("x", false));

        assertEquals(List.of(Tables.THIRD, Tables.SECOND, Tables.FIRST, Tables.WAITING), images(table));
    }

    @Test
    void sortingByAColumnWithoutNumbersChangesNothing() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.ByColumn("strange", true));

        assertEquals(List.of(Tables.WAITING, Tables.FIRST, Tables.THIRD, Tables.SECOND), images(table));
        assertEquals(images(table), images(Tables.table(GridMode.COSINE, new GridOrder.ByColumn("gone", true))));
    }

    /// Of the cosines 0.6 and 0.8 at scale 10: e^6 / (e^6 + e^8) = 1 / (1 + e^2) = 0.119203.
    @Test
    void softmaxOverPromptsIsOfTheRow() {
        GridTable table = Tables.table(GridMode.OVER_PROMPTS, new GridOrder.AsIs());

        assertEquals(0.119203f, table.value(3, 0), TOLERANCE);
        assertEquals(0.880797f, table.value(3, 2), TOLERANCE);
    }

    /// Of the cosines 1, 0.6 and 0 at scale 10: e^6 / (e^10 + e^6 + 1) = 0.0179854.
    @Test
    void softmaxOverImagesIsOfTheColumn() {
        GridTable table = Tables.table(GridMode.OVER_IMAGES, new GridOrder.AsIs());

        assertEquals(0.0179854f, table.value(3, 0), TOLERANCE);
    }

    @Test
    void aCellKnowsAllItsNumbersAndWhereItStands() {
        CellFacts facts =
                Tables.table(GridMode.COSINE, new GridOrder.AsIs()).facts(3, 0).orElseThrow();

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
        GridTable table = Tables.table(GridMode.SIGMOID, scores, new GridOrder.AsIs());

        assertEquals(0.731059f, table.value(3, 0), TOLERANCE);
        assertEquals(0.952574f, table.value(3, 2), TOLERANCE);
        assertEquals(0.00669285f, table.value(2, 0), TOLERANCE);
        assertEquals(0.731059, table.facts(3, 0).orElseThrow().alone().orElseThrow(), TOLERANCE);
        assertEquals(new ValueRange(0, 1), GridMode.SIGMOID.fixedRange(new ScoreRule.Sigmoid(10, -5)));
    }

    @Test
    void aModelWithASoftmaxHasNoProbabilityOfACellAlone() {
        CellFacts facts =
                Tables.table(GridMode.COSINE, new GridOrder.AsIs()).facts(3, 0).orElseThrow();

        assertTrue(facts.alone().isEmpty());
        assertTrue(!GridMode.offeredBy(new ScoreRule.Softmax(10)).contains(GridMode.SIGMOID));
    }

    @Test
    void theRangeIsThatOfTheNumbersThereAre() {
        ValueRange range = Tables.table(GridMode.COSINE, new GridOrder.AsIs()).dataRange();

        assertEquals(0, range.min(), TOLERANCE);
        assertEquals(1, range.max(), TOLERANCE);
    }

    @Test
    void rowsAndColumnsAreFoundWhereverTheyAre() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.ByColumn("x", true));

        assertEquals(Optional.of(1), table.rowOf(Tables.SECOND));
        assertEquals(Optional.empty(), table.rowOf(new ImageId(99)));
        assertEquals(Optional.of(2), table.columnOf("y"));
        assertEquals(Optional.empty(), table.columnOf("z"));
    }

    @Test
    void logitsAreTheCosinesTimesTheScale() {
        GridTable table = Tables.table(GridMode.LOGIT, new GridOrder.AsIs());

        assertEquals(8f, table.value(3, 2), 1e-5f);
        assertEquals(new ValueRange(1, 3), GridMode.LOGIT.fixedRange(new ScoreRule.Softmax(10)));
    }

    /// Of x the cosines are 1, 0.6 and 0: a third lies below 0.6, and half a third beside it.
    @Test
    void percentilesAreAmongTheImagesOfAColumn() {
        GridTable table = Tables.table(GridMode.PERCENTILE, new GridOrder.AsIs());

        assertEquals(50, table.value(3, 0), 1e-4);
        assertEquals(50, table.facts(3, 0).orElseThrow().inColumn().percentile(), 1e-9);
        assertEquals(100 * 2.5 / 3, table.value(1, 0), 1e-4);
    }

    @Test
    void rowsAreSortedByTheirBest() {
        GridTable table = Tables.table(GridMode.OVER_PROMPTS, new GridOrder.ByBest());

        // e^10 / (e^10 + 1) twice, which keep their order, then e^8 / (e^8 + e^6)
        assertEquals(List.of(Tables.FIRST, Tables.THIRD, Tables.SECOND, Tables.WAITING), images(table));
    }

    @Test
    void aListedOrderIsKeptAndWhatIsNotInItComesLast() {
        GridTable table =
                Tables.table(GridMode.COSINE, new GridOrder.Listed(List.of(Tables.SECOND, Tables.WAITING), false));

        assertEquals(List.of(Tables.SECOND, Tables.WAITING, Tables.FIRST, Tables.THIRD), images(table));
    }

    @Test
    void columnsStandInAnOrderOfTheirOwn() {
        GridOrder order = GridOrder.FIRST.withColumns(Optional.of(List.of("y", "x")));
        GridTable table = Tables.table(GridChoice.FIRST.withOrder(order), Tables.SCORES);

        assertEquals("y", table.column(0).label());
        assertEquals("strange", table.column(2).label());
        assertEquals(0.8f, table.value(3, 0), TOLERANCE);
    }

    @Test
    void imagesOfOneFolderStandTogetherInTheOrderChosen() {
        GridOrder order =
                GridOrder.FIRST.withRows(new GridOrder.ByColumn("x", true)).grouped(true);
        GridTable table = Tables.table(GridChoice.FIRST.withOrder(order), Tables.SCORES);

        assertEquals(List.of(Tables.THIRD, Tables.WAITING, Tables.FIRST, Tables.SECOND), images(table));
        assertEquals(
                List.of(false, false, true, false),
                IntStream.range(0, 4).mapToObj(table::startsGroup).toList());
    }

    /// The row of the second image has 0.6 and 0.8, its first column 1, 0.6 and 0.
    @Test
    void coloursAreScaledByTheWholeTheRowOrTheColumn() {
        assertEquals(0.6, fraction(GridChoice.FIRST, 0), TOLERANCE);
        assertEquals(0, fraction(GridChoice.FIRST.withScope(GridScope.ROW), 0), TOLERANCE);
        assertEquals(1, fraction(GridChoice.FIRST.withScope(GridScope.ROW), 2), TOLERANCE);
        assertEquals(0.8, fraction(GridChoice.FIRST.withScope(GridScope.COLUMN), 2), TOLERANCE);
        assertEquals(1, fraction(GridChoice.FIRST.withRange(GridRange.FIXED), 0), TOLERANCE);
    }

    /// Of 0, 0.6 and 1 the 2nd percentile is 0.024, the 98th 0.984.
    @Test
    void aRobustRangeLeavesOutTheEnds() {
        GridChoice robust = GridChoice.FIRST.withScope(GridScope.COLUMN).withRange(GridRange.ROBUST);

        assertEquals((0.6 - 0.024) / (0.984 - 0.024), fraction(robust, 0), TOLERANCE);
    }

    @Test
    void aRectangleIsSummedUp() {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.AsIs());

        GridSelection all = GridSelection.of(table, new CellBlock(0, 0, 3, 2));

        assertEquals(6, all.summary().count(), "neither the waiting image nor the strange label");
        assertEquals(3.4 / 6, all.summary().mean(), 1e-6);
        assertEquals(1, all.row(all.summary().greatest()));
        assertEquals(0, all.column(all.summary().greatest()));
        assertEquals(1, all.row(all.summary().least()));
        assertEquals(2, all.column(all.summary().least()));
    }

    @Test
    void aBlankTableHasItsRowsAndNoNumbers() {
        GridTable blank =
                Tables.table(GridMode.COSINE, new GridOrder.ByColumn("x", true)).blank();

        assertEquals(List.of(Tables.FIRST, Tables.SECOND, Tables.THIRD, Tables.WAITING), images(blank));
        assertTrue(Float.isNaN(blank.value(0, 0)));
    }

    @Test
    void numbersAreComputedAgainOnlyIfSomethingIsDifferent() {
        GridScores same = Tables.SCORES.updated(Tables.snapshot(new ScoreRule.Softmax(10)), GridMode.COSINE);
        GridScores logits = Tables.SCORES.updated(Tables.snapshot(new ScoreRule.Softmax(10)), GridMode.LOGIT);
        GridScores other = Tables.SCORES.updated(Tables.snapshot(new ScoreRule.Softmax(20)), GridMode.COSINE);

        assertSame(Tables.SCORES, same);
        assertSame(Tables.SCORES.cosines(), logits.cosines());
        assertNotSame(Tables.SCORES.cosines(), other.cosines());
    }

    private static double fraction(GridChoice choice, int column) {
        return Tables.table(choice, Tables.SCORES).fraction(3, column);
    }

    private static List<ImageId> images(GridTable table) {
        return IntStream.range(0, table.rows()).mapToObj(table::image).toList();
    }
}
