package clipscope.ui.grid.table;

import clipscope.embedding.FloatMatrix;
import clipscope.embedding.ImageId;
import clipscope.embedding.SimilarityMatrix;
import clipscope.ui.heatmap.ValueRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The grid as it is shown: every image and every label of the session in the order of the screen, with a
/// number where there is one already.
///
/// **Thread:** Immutable.
public final class GridTable {

    private static final int ABSENT = -1;

    private final List<ImageId> images;
    private final List<GridColumn> columns;
    private final GridMode mode;
    private final GridScores scores;
    private final FloatMatrix values;
    private final int[] rowInScores;
    private final int[] columnInScores;

    private GridTable(
            List<ImageId> images, List<GridColumn> columns, GridMode mode, GridScores scores, Optional<GridSort> sort) {
        this.columns = List.copyOf(columns);
        this.mode = mode;
        this.scores = scores;
        this.values = scores.layer(mode).values();
        this.columnInScores = columnPlaces(columns, scores.cosines());
        int[] places = rowPlaces(images, scores.cosines());
        int[] order = sort.map(by -> sorted(places, by))
                .orElseGet(() -> IntStream.range(0, places.length).toArray());
        this.images = Arrays.stream(order).mapToObj(images::get).toList();
        this.rowInScores = Arrays.stream(order).map(r -> places[r]).toArray();
    }

    /// Arranges numbers computed earlier for the images and labels of now. Rows without a number come last in
    /// any order.
    public static GridTable of(
            List<ImageId> images, List<GridColumn> columns, GridMode mode, GridScores scores, Optional<GridSort> sort) {
        return new GridTable(images, columns, mode, scores, sort);
    }

    public int rows() {
        return images.size();
    }

    public int columns() {
        return columns.size();
    }

    public ImageId image(int row) {
        return images.get(row);
    }

    public GridColumn column(int column) {
        return columns.get(column);
    }

    public GridMode mode() {
        return mode;
    }

    /// {@return the row of an image, if it has one}
    public Optional<Integer> rowOf(ImageId image) {
        return Optional.of(images.indexOf(image)).filter(row -> row >= 0);
    }

    /// {@return the column of a label, if it has one}
    public Optional<Integer> columnOf(String label) {
        return IntStream.range(0, columns.size())
                .boxed()
                .filter(c -> columns.get(c).label().equals(label))
                .findFirst();
    }

    /// {@return the number in a cell, NaN while there is none}
    public float value(int row, int column) {
        return has(row, column) ? values.at(rowInScores[row], columnInScores[column]) : Float.NaN;
    }

    /// {@return whether an image has numbers at all}
    public boolean hasRow(int row) {
        return rowInScores[row] != ABSENT;
    }

    /// {@return the range of the numbers there are}
    public ValueRange dataRange() {
        return scores.layer(mode).range();
    }

    /// {@return all that is known of a cell, empty while there is no number}
    public Optional<CellFacts> facts(int row, int column) {
        if (!has(row, column)) {
            return Optional.empty();
        }
        int r = rowInScores[row];
        int c = columnInScores[column];
        FloatMatrix cosines = scores.cosines().cosines();
        float cosine = cosines.at(r, c);
        return Optional.of(new CellFacts(
                cosine,
                scores.scoreRule().logit(cosine),
                scores.at(GridMode.SIGMOID, r, c),
                scores.layer(GridMode.OVER_PROMPTS).values().at(r, c),
                scores.layer(GridMode.OVER_IMAGES).values().at(r, c),
                Standing.among(cosine, cosines.columns(), i -> cosines.at(r, i)),
                Standing.among(cosine, cosines.rows(), i -> cosines.at(i, c))));
    }

    private boolean has(int row, int column) {
        return rowInScores[row] != ABSENT && columnInScores[column] != ABSENT;
    }

    private static int[] rowPlaces(List<ImageId> images, SimilarityMatrix computed) {
        Map<ImageId, Integer> place = new HashMap<>();
        for (int i = 0; i < computed.images().size(); i++) {
            place.put(computed.images().get(i), i);
        }
        return images.stream().mapToInt(id -> place.getOrDefault(id, ABSENT)).toArray();
    }

    /// A column with an obstacle has no numbers, even if it had some a moment ago.
    private static int[] columnPlaces(List<GridColumn> columns, SimilarityMatrix computed) {
        return columns.stream()
                .mapToInt(column -> column.obstacle().isPresent()
                        ? ABSENT
                        : computed.prompts().indexOf(column.label()))
                .toArray();
    }

    private int[] sorted(int[] places, GridSort by) {
        int column = columnOf(by.label()).map(c -> columnInScores[c]).orElse(ABSENT);
        if (column == ABSENT) {
            return IntStream.range(0, places.length).toArray();
        }
        return IntStream.range(0, places.length)
                .boxed()
                .sorted((a, b) -> compare(valueAt(places[a], column), valueAt(places[b], column), by.highestFirst()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private @Nullable Float valueAt(int row, int column) {
        return row == ABSENT ? null : values.at(row, column);
    }

    private static int compare(@Nullable Float a, @Nullable Float b, boolean highestFirst) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return highestFirst ? Float.compare(b, a) : Float.compare(a, b);
    }
}
