package clipscope.embedding;

import java.util.Arrays;

/// An immutable row-major matrix of floats.
///
/// A class, not a record: a record would hand out its array and compare it by identity.
///
/// **Thread:** Immutable.
public final class FloatMatrix {

    private final int rows;
    private final int columns;
    private final float[] values;

    private FloatMatrix(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// {@return a matrix with a copy of the values}
    ///
    /// @throws IllegalArgumentException if the number of values is not rows × columns
    public static FloatMatrix copyOf(int rows, int columns, float[] rowMajor) {
        return adopt(rows, columns, rowMajor.clone());
    }

    /// {@return a matrix of the values themselves, for who made them and gives them away}
    ///
    /// @throws IllegalArgumentException if the number of values is not rows × columns
    public static FloatMatrix adopt(int rows, int columns, float[] rowMajor) {
        if (rows < 0 || columns < 0 || rowMajor.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d values for shape (%d, %d)".formatted(rowMajor.length, rows, columns));
        }
        return new FloatMatrix(rows, columns, rowMajor);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public float at(int row, int column) {
        return values[index(row, column)];
    }

    /// {@return a copy of one row}
    public float[] row(int row) {
        int from = index(row, 0);
        return Arrays.copyOfRange(values, from, from + columns);
    }

    /// {@return a copy of all values, row by row}
    public float[] toArray() {
        return values.clone();
    }

    /// {@return a matrix of this one's rows and then another's}
    ///
    /// @throws IllegalArgumentException if the other has not as many columns
    public FloatMatrix above(FloatMatrix below) {
        if (columns != below.columns) {
            throw new IllegalArgumentException("%s above %s".formatted(this, below));
        }
        float[] both = Arrays.copyOf(values, values.length + below.values.length);
        System.arraycopy(below.values, 0, both, values.length, below.values.length);
        return new FloatMatrix(rows + below.rows, columns, both);
    }

    private int index(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || (column >= columns && columns > 0)) {
            throw new IndexOutOfBoundsException("(%d, %d) in shape (%d, %d)".formatted(row, column, rows, columns));
        }
        return row * columns + column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatMatrix(%d, %d)".formatted(rows, columns);
    }
}
