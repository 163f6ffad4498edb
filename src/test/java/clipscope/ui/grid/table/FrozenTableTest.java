package clipscope.ui.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.session.Frozen;
import clipscope.ui.heatmap.place.CellBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrozenTableTest {

    private static final Frozen FROZEN = new Frozen(List.of(Tables.THIRD, Tables.FIRST), List.of("y", "gone"));

    @Test
    void theSameCommandFreezesAndFrees() {
        Frozen one = Frozen.NOTHING.withImagesToggled(List.of(Tables.FIRST));
        Frozen two = one.withImagesToggled(List.of(Tables.FIRST, Tables.SECOND));
        Frozen labels = two.withLabelsToggled(List.of("x"));

        assertEquals(List.of(Tables.FIRST), one.images());
        assertEquals(List.of(Tables.FIRST, Tables.SECOND), two.images(), "one of them was not frozen");
        assertEquals(List.of("x"), labels.labels());
        assertEquals(
                List.of(Tables.FIRST),
                labels.withImagesToggled(List.of(Tables.SECOND)).images());
        assertTrue(one.withImagesToggled(List.of(Tables.FIRST)).isNothing());
        assertEquals(two, two.withLabelsToggled(List.of()));
    }

    @Test
    void frozenRowsStandAboveAllOthersWhateverThoseAreSortedBy() {
        GridTable table = table(GridOrder.FIRST.withRows(new GridOrder.ByColumn("x", true)));

        assertEquals(List.of(Tables.THIRD, Tables.FIRST, Tables.SECOND, Tables.WAITING), table.images());
        assertEquals(2, table.frozenRows());
        assertEquals(0.6f, table.value(2, 1), 1e-6f, "numbers go with their rows");
    }

    @Test
    void frozenColumnsStandLeftOfAllOthers() {
        assertEquals(List.of("y", "x", "strange"), labels(table(GridOrder.FIRST)));
        assertEquals(
                List.of("y", "strange", "x"),
                labels(table(GridOrder.FIRST.withColumns(Optional.of(List.of("strange", "y", "x"))))));
    }

    @Test
    void whatIsFrozenAndNotHereIsNotCounted() {
        assertEquals(1, table(GridOrder.FIRST).frozenColumns());
    }

    @Test
    void foldersAreGroupedBelowTheFrozenRows() {
        GridTable table = table(GridOrder.FIRST.grouped(true));

        assertEquals(List.of(Tables.THIRD, Tables.FIRST, Tables.WAITING, Tables.SECOND), table.images());
        assertEquals(
                List.of(false, false, false, true), // third and waiting lie in b, second in a
                IntStream.range(0, 4).mapToObj(table::startsGroup).toList());
    }

    @Test
    void numbersOfARectangleAreTakenOverFrozenAndOtherCells() {
        GridTable table = table(GridOrder.FIRST.withRows(new GridOrder.ByColumn("x", true)));

        GridSelection selected = GridSelection.of(table, new CellBlock(1, 0, 3, 1));

        assertEquals(4, selected.summary().count(), "the last image has no number yet");
        assertEquals(0.6, selected.summary().mean(), 1e-6); // 0 and 1 of the first, 0.8 and 0.6 of the second
        assertEquals(1, selected.row(selected.summary().greatest()));
        assertEquals(1, selected.column(selected.summary().greatest()));
    }

    @Test
    void theNumbersOfAModelThatIsGoneLeaveTheRowsWhereTheyWere() {
        GridTable table = table(GridOrder.FIRST);

        GridTable blank = table.blank();

        assertTrue(blank.hasPlacesOf(table));
        assertEquals(2, blank.frozenRows());
        assertFalse(blank.hasNumbers());
    }

    @Test
    void sortingAndGroupingKeepWhatIsFrozen() {
        GridOrder order = GridOrder.FIRST.withFrozen(FROZEN);

        assertEquals(
                FROZEN,
                order.clicked("x")
                        .grouped(true)
                        .withColumns(Optional.of(List.of("y")))
                        .frozen());
    }

    private static GridTable table(GridOrder order) {
        return Tables.table(GridChoice.FIRST.withOrder(order.withFrozen(FROZEN)), Tables.SCORES);
    }

    private static List<String> labels(GridTable table) {
        return IntStream.range(0, table.columns())
                .mapToObj(c -> table.column(c).label())
                .toList();
    }
}
