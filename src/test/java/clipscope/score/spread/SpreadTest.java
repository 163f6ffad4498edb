package clipscope.score.spread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.FloatMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final double[] SHARES = {0, 0.02, 0.333, 0.5, 0.98, 1};

    @Test
    void quantilesAreThoseOfNumPy() throws IOException {
        float[] values = values();
        double[] expected = golden("quantiles");

        for (int i = 0; i < SHARES.length; i++) {
            assertEquals(expected[i], Quantiles.of(values, SHARES[i]), 1e-6, "share " + SHARES[i]);
        }
    }

    @Test
    void quantilesOrderNumbersOfBothSigns() {
        float[] values = {1, -2, 0, -0.5f, 1e-30f, -1e-30f, 3e9f};

        assertEquals(-2, Quantiles.of(values, 0));
        assertEquals(0, Quantiles.of(values, 0.5));
        assertEquals(3e9, Quantiles.of(values, 1), 1);
    }

    @Test
    void percentilesAreThoseOfSciPy() throws IOException {
        float[] values = values();
        double[] expected = golden("percentiles");

        FloatMatrix percentiles = Percentiles.ofColumns(FloatMatrix.copyOf(values.length, 1, values));

        for (int i = 0; i < values.length; i++) {
            assertEquals(expected[i], percentiles.at(i, 0), 1e-4, "place " + i);
        }
    }

    @Test
    void percentilesAreOfEachColumnByItself() {
        FloatMatrix percentiles = Percentiles.ofColumns(FloatMatrix.copyOf(2, 2, new float[] {1, 9, 2, 8}));

        assertEquals(FloatMatrix.copyOf(2, 2, new float[] {25, 75, 75, 25}), percentiles);
    }

    @Test
    void aSummaryIsThatOfNumPy() throws IOException {
        float[] values = values();
        double[] expected = golden("summary");

        Summary summary = Summary.of(values.length, i -> values[i]);

        assertEquals(values.length, summary.count());
        assertEquals(expected[0], summary.mean(), 1e-6);
        assertEquals(expected[1], summary.deviation(), 1e-6);
        assertEquals((int) expected[2], summary.least());
        assertEquals((int) expected[3], summary.greatest());
    }

    @Test
    void aSummaryLeavesOutWhatIsNoNumber() {
        double[] values = {Double.NaN, 2, 4};

        Summary summary = Summary.of(3, i -> values[i]);

        assertEquals(new Summary(2, 3, 1, 1, 2), summary);
        assertTrue(Double.isNaN(Summary.of(1, _ -> Double.NaN).mean()));
    }

    private static float[] values() throws IOException {
        double[] values = golden("values");
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] golden(String name) throws IOException {
        String line = Files.readAllLines(Path.of("src/test/golden/grid/grid.txt")).stream()
                .filter(read -> read.startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.substring(name.length() + 1).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
