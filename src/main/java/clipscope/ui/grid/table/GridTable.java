package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.embedding.SimilarityMatrix;
import clipscope.image.ImageSource;
import clipscope.score.spread.Summary;
import clipscope.ui.heatmap.ValueRange;
import clipscope.ui.heatmap.place.CellBlock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The grid as it is shown: every image and every label of the session in the order of the screen, with a
/// number where there is one already.
///
/// **Thread:** Immutable.
public final class GridTable {

    static final int ABSENT = -1;

    private final Content content;
    private final GridScores scores;
    private final GridShading shading;
    private final List<ImageId> images;
    private final List<ImageSource> sources;
    private final List<GridColumn> columns;
    private final int[] rowInScores;
    private final int[] columnInScores;
    private final int[] groups;
    private final int frozenRows;
    private final int frozenColumns;

    /// What there is to show, and how.
    ///
    /// @param images in the order of the session
    /// @param sources where each of them comes from
    /// @param columns in the order of the session
    public record Content(
            List<ImageId> images, List<ImageSource> sources, List<GridColumn> columns, GridChoice choice) {

        public Content {
            images = List.copyOf(images);
            sources = List.copyOf(sources);
            columns = List.copyOf(columns);
        }

        /// {@return the folder of each image, empty for those that are no files}
        List<String> folders() {
            return sources.stream().map(Content::folder).toList();
        }

        private static String folder(ImageSource source) {
            return source instanceof ImageSource.OfFile(Path path) ? String.valueOf(path.getParent()) : "";
        }
    }

    private GridTable(Content content, GridScores scores) {
        this.content = content;
        this.scores = scores;
        this.shading = GridShading.of(scores.values(), content.choice(), scores.scoreRule());
        GridOrder order = content.choice().order();
        this.columns = GridSorting.columns(content.columns(), order);
        this.columnInScores = columnPlaces(columns, scores.cosines());
        int[] places = rowPlaces(content.images(), scores.cosines());
        int[] sorted = new GridSorting(content, places, this::columnOfScores, scores.values()).rows();
        this.images = Arrays.stream(sorted).mapToObj(content.images()::get).toList();
        this.sources = Arrays.stream(sorted).mapToObj(content.sources()::get).toList();
        this.rowInScores = Arrays.stream(sorted).map(r -> places[r]).toArray();
        this.frozenRows = among(order.frozen().images(), images);
        this.frozenColumns = among(
                order.frozen().labels(), columns.stream().map(GridColumn::label).toList());
        this.groups = order.byFolder() ? GridSorting.groups(sorted, content.folders()) : new int[0];
    }

    /// Arranges numbers computed earlier for the images and labels of now: not for the JavaFX thread. Rows
    /// without a number come last in any order but that of the session.
    ///
    /// @param scores in the mode that was chosen
    public static GridTable of(Content content, GridScores scores) {
        return new GridTable(content, scores);
    }

    /// {@return the same rows and columns without any number: those of a model that is gone}
    public GridTable blank() {
        return new GridTable(
                new Content(
                        images,
                        sources,
                        columns,
                        content.choice()
                                .withOrder(GridOrder.FIRST.withFrozen(
                                        content.choice().order().frozen()))),
                GridScores.NONE);
    }

    /// {@return whether any pair has a number}
    public boolean hasNumbers() {
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (!Float.isNaN(value(row, column))) {
                    return true;
                }
            }
        }
        return false;
    }

    public int rows() {
        return images.size();
    }

    public int columns() {
        return columns.size();
    }

    /// {@return how many of the first rows stay while the others are scrolled}
    public int frozenRows() {
        return frozenRows;
    }

    /// {@return how many of the first columns stay while the others are scrolled}
    public int frozenColumns() {
        return frozenColumns;
    }

    /// {@return the images from top to bottom}
    public List<ImageId> images() {
        return images;
    }

    public ImageId image(int row) {
        return images.get(row);
    }

    /// {@return where the image of a row comes from}
    public ImageSource source(int row) {
        return sources.get(row);
    }

    public GridColumn column(int column) {
        return columns.get(column);
    }

    public GridChoice choice() {
        return content.choice();
    }

    public GridMode mode() {
        return content.choice().mode();
    }

    public ScoreRule scoreRule() {
        return scores.scoreRule();
    }

    /// {@return whether a row is the first of its folder, where folders stand together; frozen rows stand in
    /// none}
    public boolean startsGroup(int row) {
        return row > frozenRows && groups.length > 0 && groups[row] != groups[row - 1];
    }

    /// {@return whether every row and column stands where it stands in another table}
    public boolean hasPlacesOf(GridTable other) {
        return images.equals(other.images)
                && columns.stream()
                        .map(GridColumn::label)
                        .toList()
                        .equals(other.columns.stream().map(GridColumn::label).toList());
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
        return has(row, column) ? scores.values().at(rowInScores[row], columnInScores[column]) : Float.NaN;
    }

    /// {@return the cosine of a cell, NaN while there is none}
    public float cosine(int row, int column) {
        return has(row, column) ? scores.cosines().cosines().at(rowInScores[row], columnInScores[column]) : Float.NaN;
    }

    /// {@return where on the colour scale a cell lies, NaN while there is no number}
    public double fraction(int row, int column) {
        float value = value(row, column);
        return Float.isNaN(value) ? Double.NaN : shading.fraction(rowInScores[row], columnInScores[column], value);
    }

    /// {@return whether an image has numbers at all}
    public boolean hasRow(int row) {
        return rowInScores[row] != ABSENT;
    }

    /// {@return the range of the numbers there are}
    public ValueRange dataRange() {
        return scores.range();
    }

    /// {@return the range of the colours, where all cells have the same}
    public Optional<ValueRange> colorRange() {
        return shading.scope() == GridScope.WHOLE ? Optional.of(shading.ranges().getFirst()) : Optional.empty();
    }

    /// {@return all that is known of a cell, empty while there is no number}
    public Optional<CellFacts> facts(int row, int column) {
        return has(row, column)
                ? Optional.of(scores.facts(rowInScores[row], columnInScores[column]))
                : Optional.empty();
    }

    /// {@return the numbers of a rectangle in a few; places count row by row within it}
    public Summary summary(CellBlock block) {
        return Summary.of(
                Math.multiplyExact(block.rows(), block.columns()),
                i -> value(block.firstRow() + i / block.columns(), block.firstColumn() + i % block.columns()));
    }

    private boolean has(int row, int column) {
        return rowInScores[row] != ABSENT && columnInScores[column] != ABSENT;
    }

    private int columnOfScores(String label) {
        return columnOf(label).map(c -> columnInScores[c]).orElse(ABSENT);
    }

    /// {@return how many of the frozen things are here: the others were removed, and may come back}
    private static <T> int among(List<T> frozen, List<T> present) {
        Set<T> all = new HashSet<>(frozen);
        all.retainAll(new HashSet<>(present));
        return all.size();
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
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < computed.prompts().size(); i++) {
            place.put(computed.prompts().get(i), i);
        }
        return columns.stream()
                .mapToInt(column -> column.obstacle().isPresent() ? ABSENT : place.getOrDefault(column.label(), ABSENT))
                .toArray();
    }
}
