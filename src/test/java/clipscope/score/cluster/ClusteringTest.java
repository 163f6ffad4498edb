package clipscope.score.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.Embedding;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteringTest {

    /// On the trees of SciPy; small ones by trying every order that the tree allows.
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9, 60})
    void neighboursAreAsNearAsTheTreeAllows(int count) throws IOException {
        Golden golden = golden(count);

        Clustering found = Clustering.of(golden.vectors(), Cancellation.NEVER, _ -> {});

        assertTrue(found.optimal());
        assertEquals(golden.length(), length(golden.vectors(), found.order()), 1e-5);
        assertTrue(
                found.order().equals(golden.order()) || found.order().reversed().equals(golden.order()),
                () -> found.order() + " for " + golden.order());
    }

    @Test
    void fewerThanThreeStandAsTheyAre() {
        assertEquals(List.of(), order(List.of()));
        assertEquals(List.of(0), order(List.of(of(1, 2))));
        assertEquals(List.of(0, 1), order(List.of(of(1, 2), of(2, 1))));
    }

    @Test
    void equalOnesEndUpSideBySide() {
        List<Embedding> mixed = List.of(of(1, 0), of(0, 1), of(1, 0), of(0, 1), of(1, 0), of(0, 1));

        List<Integer> parity = order(mixed).stream().map(i -> i % 2).toList();

        assertTrue(
                parity.equals(List.of(0, 0, 0, 1, 1, 1)) || parity.equals(List.of(1, 1, 1, 0, 0, 0)), parity::toString);
    }

    @Test
    void manyStandInTheOrderOfTheTreeWhichSaysSo() {
        int count = Clustering.OPTIMAL_LIMIT + 1;
        List<Embedding> two = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            two.add(i % 2 == 0 ? of(1, 0) : of(0, 1));
        }

        Clustering found = Clustering.of(two, Cancellation.NEVER, _ -> {});

        assertTrue(!found.optimal());
        assertEquals(1, length(two, found.order()), 1e-5); // from one kind to the other, once
        assertEquals(
                IntStream.range(0, count).boxed().toList(),
                found.order().stream().sorted().toList());
    }

    @Test
    void stepsAreToldAsTheyWereForetold() throws IOException {
        AtomicLong told = new AtomicLong();

        Clustering.of(golden(60).vectors(), Cancellation.NEVER, told::addAndGet);

        assertEquals(Clustering.steps(60), told.get());
    }

    @Test
    void whoCancelsIsNotKeptWaiting() {
        assertThrows(
                CancellationException.class,
                () -> Clustering.of(Collections.nCopies(5, of(1, 1)), () -> true, _ -> {}));
    }

    private static List<Integer> order(List<Embedding> embeddings) {
        return Clustering.of(embeddings, Cancellation.NEVER, _ -> {}).order();
    }

    private static double length(List<Embedding> vectors, List<Integer> order) {
        double sum = 0;
        for (int i = 1; i < order.size(); i++) {
            sum += 1 - vectors.get(order.get(i - 1)).cosine(vectors.get(order.get(i)));
        }
        return sum;
    }

    private static Embedding of(float... values) {
        return Embedding.ofProjection(values);
    }

    private record Golden(double length, List<Integer> order, List<Embedding> vectors) {}

    private static Golden golden(int count) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/golden/grid/grid.txt"));
        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("cluster " + count + " "))
                .findFirst()
                .orElseThrow();
        return new Golden(
                Double.parseDouble(lines.get(at).substring(lines.get(at).lastIndexOf(' ') + 1)),
                Arrays.stream(lines.get(at + 1).split(" ", -1))
                        .map(Integer::valueOf)
                        .toList(),
                lines.subList(at + 2, at + 2 + count).stream()
                        .map(ClusteringTest::vector)
                        .toList());
    }

    private static Embedding vector(String line) {
        String[] parts = line.split(" ", -1);
        float[] values = new float[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(parts[i]);
        }
        return Embedding.ofProjection(values);
    }
}
