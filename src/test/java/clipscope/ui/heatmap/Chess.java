package clipscope.ui.heatmap;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.Image;

/// A map for tests: black and white fields in turn, the lowest and the highest colour. Remembers what it
/// was asked for.
final class Chess implements HeatMapData {

    static final int LOWEST = 0xff440154; // the ends of viridis, as published
    static final int HIGHEST = 0xfffde725;

    private final int rows;
    private final int columns;
    private final int frozenRows;
    private final int frozenColumns;
    private final Set<Integer> askedRows = new HashSet<>();
    private final Set<Integer> askedColumns = new HashSet<>();

    Chess(int rows, int columns) {
        this(rows, columns, 0, 0);
    }

    Chess(int rows, int columns, int frozenRows, int frozenColumns) {
        this.rows = rows;
        this.columns = columns;
        this.frozenRows = frozenRows;
        this.frozenColumns = frozenColumns;
    }

    Set<Integer> askedRows() {
        return askedRows;
    }

    Set<Integer> askedColumns() {
        return askedColumns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int frozenRows() {
        return frozenRows;
    }

    @Override
    public int frozenColumns() {
        return frozenColumns;
    }

    @Override
    public String rowName(int row) {
        return "row " + row;
    }

    @Override
    public Optional<Image> picture(int row) {
        return Optional.empty();
    }

    @Override
    public Column column(int column) {
        return new Column("column " + column, Order.NONE, "");
    }

    @Override
    public double fraction(int row, int column) {
        askedRows.add(row);
        askedColumns.add(column);
        return (row + column) % 2;
    }

    @Override
    public String text(int row, int column) {
        return "";
    }

    @Override
    public String description(int row, int column) {
        return "row " + row + ", column " + column;
    }
}
