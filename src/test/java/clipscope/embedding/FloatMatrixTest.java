package clipscope.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FloatMatrixTest {

    private final float[] values = {1, 2, 3, 4, 5, 6};
    private final FloatMatrix matrix = FloatMatrix.copyOf(2, 3, values);

    @Test
    void rowsComeFirst() {
        assertEquals(6, matrix.at(1, 2));
        assertArrayEquals(new float[] {4, 5, 6}, matrix.row(1));
    }

    @Test
    void nobodyCanChangeIt() {
        values[0] = 9;
        matrix.toArray()[0] = 9;
        matrix.row(0)[0] = 9;

        assertEquals(1, matrix.at(0, 0));
    }

    @Test
    void aPlaceOutsideIsRefusedEvenWhereTheArrayHasOne() {
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.at(0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.at(2, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.at(0, -1));
    }

    @Test
    void theShapeMustFitTheValues() {
        assertThrows(IllegalArgumentException.class, () -> FloatMatrix.copyOf(2, 2, values));
        assertThrows(IllegalArgumentException.class, () -> FloatMatrix.copyOf(-2, -3, values));
    }

    @Test
    void equalityIsOfValuesAndShape() {
        assertEquals(FloatMatrix.copyOf(2, 3, matrix.toArray()), matrix);
        assertEquals(false, FloatMatrix.copyOf(3, 2, matrix.toArray()).equals(matrix));
    }
}
