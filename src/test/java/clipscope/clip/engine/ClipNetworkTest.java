package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.embedding.FloatMatrix;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClipNetworkTest {

    private static final TransformerShape TRANSFORMER = new TransformerShape(24, 48, 2, 3, 1e-5, Activation.QUICK_GELU);
    private static final NetworkShape SHAPE =
            new NetworkShape(new ClipVision(TRANSFORMER, 12, 4, 16), new ClipText(TRANSFORMER, 50, 9, 16));

    private final RandomCheckpoint checkpoint = new RandomCheckpoint(SHAPE, 1);

    @Test
    void anImageHasTheSameEmbeddingAloneAndInABatch() throws Exception {
        List<PixelTensor> images = List.of(image(12, 1), image(12, 2), image(12, 3));
        try (ClipNetwork network = network(ComputeType.FP32)) {
            FloatMatrix batch = network.encodeImages(images);

            assertEquals(3, batch.rows());
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(network.encodeImages(List.of(images.get(i))).row(0), batch.row(i), 1e-5f);
            }
        }
    }

    @Test
    void aShortPromptIsNotChangedByALongerOneBesideIt() throws Exception {
        List<Integer> brief = List.of(48, 3, 49);
        List<Integer> longer = List.of(48, 5, 6, 7, 8, 9, 10, 11, 49);
        try (ClipNetwork network = network(ComputeType.FP32)) {
            FloatMatrix both = network.encodeTexts(List.of(brief, longer));

            assertArrayEquals(network.encodeTexts(List.of(brief)).row(0), both.row(0), 1e-5f);
            assertArrayEquals(network.encodeTexts(List.of(longer)).row(0), both.row(1), 1e-5f);
        }
    }

    @Test
    void picturesOfAnotherSizeAndPromptsBeyondTheContextAreRefused() throws Exception {
        try (ClipNetwork network = network(ComputeType.FP32)) {
            List<PixelTensor> tooWide = List.of(image(13, 1));
            List<List<Integer>> tooLong = List.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

            assertThrows(IllegalArgumentException.class, () -> network.encodeImages(tooWide));
            assertThrows(IllegalArgumentException.class, () -> network.encodeTexts(tooLong));
            assertThrows(IllegalArgumentException.class, () -> network.encodeTexts(List.of(List.of())));
        }
    }

    @Test
    void closingTheNetworkClosesItsCheckpoint() throws Exception {
        network(ComputeType.BF16).close();

        assertFalse(checkpoint.isOpen());
    }

    private ClipNetwork network(ComputeType type) throws Exception {
        return ClipNetwork.bind(TorchRuntime.start(), SHAPE, checkpoint, type);
    }

    private static PixelTensor image(int side, long seed) {
        Random random = new Random(seed);
        float[] values = new float[3 * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PixelTensor.adopt(side, side, values);
    }
}
