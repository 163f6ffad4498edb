package clipscope.ui.grid.table;

import clipscope.embedding.FloatMatrix;
import clipscope.embedding.ImageId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Puts rows and columns in the order chosen.
///
/// **Thread:** Immutable.
final class GridSorting {

    private static final Comparator<Float> MISSING_LAST = Comparator.comparing(number -> number.isNaN());

    private final GridTable.Content content;
    private final int[] places;
    private final ToIntFunction<String> columnOf;
    private final FloatMatrix values;

    /// @param places of the images in the numbers
    /// @param columnOf finds a label in the numbers
    GridSorting(GridTable.Content content, int[] places, ToIntFunction<String> columnOf, FloatMatrix values) {
        this.content = content;
        this.places = places;
        this.columnOf = columnOf;
        this.values = values;
    }

    /// {@return which image of the session comes to stand in each row}
    int[] rows() {
        Comparator<Integer> order = switch (content.choice().order().rows()) {
            case GridOrder.AsIs() -> (_, _) -> 0;
            case GridOrder.ByColumn(String label, boolean highestFirst) -> byColumn(label, highestFirst);
            case GridOrder.ByBest() -> by(best()::get, true);
            case GridOrder.Listed(List<ImageId> listed, boolean _) -> listed(listed);
        };
        if (content.choice().order().byFolder()) {
            List<String> folders = content.folders();
            Map<String, Integer> firsts = firsts(folders);
            order = Comparator.<Integer>comparingInt(r -> place(firsts, folders.get(r)))
                    .thenComparing(order);
        }
        Map<ImageId, Integer> frozen = firsts(content.choice().order().frozen().images());
        if (!frozen.isEmpty()) {
            order = Comparator.<Integer>comparingInt(
                            r -> place(frozen, content.images().get(r)))
                    .thenComparing(order);
        }
        return IntStream.range(0, places.length)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// {@return a number for each row, the same within a folder}
    static int[] groups(int[] rows, List<String> folders) {
        Map<String, Integer> firsts = firsts(folders);
        return IntStream.of(rows).map(r -> place(firsts, folders.get(r))).toArray();
    }

    /// {@return the columns in an order found earlier, if there is one: after the frozen ones, and before
    /// those that are not in it}
    static List<GridColumn> columns(List<GridColumn> columns, GridOrder order) {
        Map<String, Integer> frozen = firsts(order.frozen().labels());
        Map<String, Integer> firsts = firsts(order.columns().orElse(List.of()));
        return columns.stream()
                .sorted(Comparator.<GridColumn>comparingInt(column -> place(frozen, column.label()))
                        .thenComparingInt(column -> place(firsts, column.label())))
                .toList();
    }

    private Comparator<Integer> byColumn(String label, boolean highestFirst) {
        int column = columnOf.applyAsInt(label);
        return column == GridTable.ABSENT
                ? (_, _) -> 0
                : by(r -> places[r] == GridTable.ABSENT ? Float.NaN : values.at(places[r], column), highestFirst);
    }

    private List<Float> best() {
        return IntStream.of(places)
                .mapToObj(place -> place == GridTable.ABSENT ? Float.NaN : greatest(values.row(place)))
                .toList();
    }

    private static float greatest(float[] row) {
        float greatest = row.length == 0 ? Float.NaN : row[0];
        for (float value : row) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    private static Comparator<Integer> by(IntFunction<Float> number, boolean highestFirst) {
        Comparator<Float> numbers = highestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(number::apply, MISSING_LAST.thenComparing(numbers));
    }

    private Comparator<Integer> listed(List<ImageId> listed) {
        Map<ImageId, Integer> firsts = firsts(listed);
        return Comparator.comparingInt(r -> place(firsts, content.images().get(r)));
    }

    private static <T> Map<T, Integer> firsts(List<T> order) {
        Map<T, Integer> firsts = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            firsts.putIfAbsent(order.get(i), i);
        }
        return firsts;
    }

    private static <T> int place(Map<T, Integer> firsts, T thing) {
        return firsts.getOrDefault(thing, Integer.MAX_VALUE);
    }
}
