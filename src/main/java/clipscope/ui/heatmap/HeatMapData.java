package clipscope.ui.heatmap;

import clipscope.language.Texts;
import clipscope.ui.heatmap.place.HeatMapViewport.Cells;
import java.util.Optional;
import javafx.scene.image.Image;

/// What a heat map shows. Asked only for the cells that are seen.
///
/// **Thread:** Confined to the JavaFX thread.
public interface HeatMapData {

    /// A map of nothing.
    HeatMapData EMPTY = new Empty();

    int rows();

    int columns();

    String rowName(int row);

    /// {@return all that is to be said of a row: for the tip at the pointer}
    default String rowDescription(int row) {
        return rowName(row);
    }

    /// {@return a small picture of the row, if it is at hand}
    Optional<Image> picture(int row);

    Column column(int column);

    /// {@return the colours that stand for the values}
    default ColorScale colors() {
        return ColorScale.VIRIDIS;
    }

    /// {@return how many rows and columns there are, and how many of them stay}
    default Cells cells() {
        return new Cells(rows(), columns(), frozenRows(), frozenColumns());
    }

    /// {@return whether a cell is to stand out among the others}
    default boolean marked(int row, int column) {
        return false;
    }

    /// {@return how many rows, from the first, stay while the others are scrolled}
    default int frozenRows() {
        return 0;
    }

    /// {@return how many columns, from the first, stay while the others are scrolled}
    default int frozenColumns() {
        return 0;
    }

    /// {@return whether a row is the first of a group}
    default boolean startsGroup(int row) {
        return false;
    }

    /// {@return where on the colour scale a cell lies, 0 to 1, or NaN if it has no value yet}
    double fraction(int row, int column);

    /// {@return the value, short enough for a cell}
    String text(int row, int column);

    /// {@return all that is to be said of a cell: for the tip at the pointer and for a screen reader}
    String description(int row, int column);

    /// {@return what there is, in one sentence for a screen reader}
    default String summary() {
        return Texts.beside(HeatMapData.class).get("map", rows(), columns());
    }

    /// The head of a column.
    ///
    /// @param name short: it stands upright above the column
    /// @param note why the column has no values, empty if it has or will have some
    /// @param hint what else is to be said of it, or done with it; empty for nothing
    record Column(String name, Order order, String note, String hint) {

        /// A column that the rows can be sorted by.
        public Column(String name, Order order, String note) {
            this(name, order, note, Texts.beside(HeatMapData.class).get("column.sort"));
        }

        /// A column that only has a name.
        public Column(String name) {
            this(name, Order.NONE, "", "");
        }

        /// {@return the whole name, and the note or the hint if there is one}
        String description() {
            String more = note.isEmpty() ? hint : note;
            return more.isEmpty() ? name : name + "\n" + more;
        }
    }

    /// Whether the rows are sorted by a column.
    enum Order {
        NONE(""),
        HIGHEST_FIRST("▼ "),
        LOWEST_FIRST("▲ ");

        private final String sign;

        Order(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /// Has no rows and no columns, so that nothing is ever asked of a cell.
    final class Empty implements HeatMapData {

        private Empty() {}

        @Override
        public int rows() {
            return 0;
        }

        @Override
        public int columns() {
            return 0;
        }

        @Override
        public String rowName(int row) {
            throw new IndexOutOfBoundsException(row);
        }

        @Override
        public Optional<Image> picture(int row) {
            throw new IndexOutOfBoundsException(row);
        }

        @Override
        public Column column(int column) {
            throw new IndexOutOfBoundsException(column);
        }

        @Override
        public double fraction(int row, int column) {
            throw new IndexOutOfBoundsException(row);
        }

        @Override
        public String text(int row, int column) {
            throw new IndexOutOfBoundsException(row);
        }

        @Override
        public String description(int row, int column) {
            throw new IndexOutOfBoundsException(row);
        }
    }
}
