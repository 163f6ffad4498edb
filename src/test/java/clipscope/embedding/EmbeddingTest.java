package clipscope.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {

    private static Embedding of(float... projection) {
        return Embedding.ofProjection(projection);
    }

    @Test
    void aProjectionIsScaledToLengthOne() {
        assertArrayEquals(new float[] {0.6f, -0.8f}, of(3, -4).toArray(), 0);
    }

    @Test
    void theProjectionComesBack() {
        assertArrayEquals(new float[] {3, -4, 0.001f}, of(3, -4, 0.001f).projection(), 1e-6f);
    }

    @Test
    void theCosineIsThatOfTheAngle() {
        assertEquals(Math.sqrt(0.5), of(1, 0).cosine(of(7, 7)), 1e-7);
        assertEquals(-1, of(2, 2).cosine(of(-1, -1)), 1e-7);
    }

    @Test
    void roundingNeverLeavesTheRange() {
        for (int i = 1; i < 500; i++) {
            Embedding e = of(i, 1f / i, 0.3f * i, 7);
            assertEquals(1, Math.max(1, e.cosine(e)), 0);
        }
    }

    @Test
    void embeddingsOfDifferentModelsAreNotCompared() {
        assertThrows(IllegalArgumentException.class, () -> of(1, 0).cosine(of(1, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
    void whatHasNoDirectionIsRefused(float value) {
        assertThrows(IllegalArgumentException.class, () -> of(value, 0));
    }

    @Test
    void theMeanIsOfDirectionsNotOfProjections() {
        Embedding mean = MeanEmbedding.of(List.of(of(100, 0), of(0, 1)));

        assertArrayEquals(new float[] {(float) Math.sqrt(0.5), (float) Math.sqrt(0.5)}, mean.toArray(), 1e-7f);
        assertThrows(IllegalArgumentException.class, () -> MeanEmbedding.of(List.of()));
    }

    @Test
    void theMatrixHasImagesAsRows() {
        List<ImageId> images = List.of(new ImageId(1), new ImageId(2));
        SimilarityMatrix matrix = SimilarityMatrix.of(
                images, List.of(of(1, 0), of(0, 1)), List.of("x", "d"), List.of(of(1, 0), of(3, 4)));

        assertEquals(
                new SimilarityMatrix(
                        images, List.of("x", "d"), FloatMatrix.copyOf(2, 2, new float[] {1, 0.6f, 0, 0.8f})),
                matrix);
    }
}
