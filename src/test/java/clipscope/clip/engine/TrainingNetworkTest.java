package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingNetworkTest {

    private static final AdamW OPTIMISER = new AdamW(0.9, 0.98, 1e-8, 0.1, 100, 1);

    private static final TrainingBatch BATCH = TrainingBatch.ofPairs(
            List.of(image(1), image(2), image(3), image(4)),
            List.of(List.of(18, 3, 19), List.of(18, 4, 5, 19), List.of(18, 6, 19), List.of(18, 5, 4, 19)));

    /// The steepest value of each weight is moved a little up and down: the loss must change by its
    /// gradient.
    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopesOfTheLoss(Activation activation) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(activation), OPTIMISER, 1)) {
            List<FloatTensor> gradients = network.gradients(BATCH);
            for (int i = 0; i < gradients.size(); i++) {
                FloatTensor gradient = gradients.get(i);
                int steepest = steepest(gradient);
                float step = 5e-3f;
                double up = lossWith(activation, network.weights(), i, steepest, step);
                double down = lossWith(activation, network.weights(), i, steepest, -step);

                double slope = gradient.at(steepest);
                assertEquals(slope, (up - down) / (2 * step), 0.03 * Math.abs(slope) + 2e-4, gradient.name());
            }
        }
    }

    @Test
    void aFewPairsAreLearnedByHeart() throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), OPTIMISER, 1)) {
            double before = network.loss(BATCH);
            for (int i = 0; i < 80; i++) {
                network.step(BATCH, 3e-3);
            }

            assertTrue(before > 0.5, "loss " + before); // log 4 = 1.4 for guessing
            assertTrue(network.loss(BATCH) < 0.05, "loss " + network.loss(BATCH));
            FloatMatrix images = network.encodeImages(BATCH.images());
            FloatMatrix texts = network.encodeTexts(BATCH.texts());
            for (int i = 0; i < 4; i++) {
                assertEquals(i, nearest(images.row(i), texts));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameWeightsAfterLearning() throws Exception {
        assertArrayEquals(learned(7), learned(7));
        assertTrue(learned(7)[5] != learned(8)[5]);
    }

    @Test
    void theLogitScaleStaysBelowItsLimit() throws Exception {
        AdamW limited = new AdamW(0.9, 0.98, 1e-8, 0.1, 14.5, 1);
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), limited, 1)) {
            double scale = 0;
            for (int i = 0; i < 40; i++) {
                scale = network.step(BATCH, 0.01).logitScale(); // begins at 1 / 0.07 = 14.3
            }

            assertEquals(14.5, scale, 1e-4);
        }
    }

    @Test
    void inferenceFromTheWrittenWeightsSeesWhatTrainingSaw(@TempDir Path folder) throws Exception {
        NetworkShape shape = shape(Activation.QUICK_GELU);
        Path file = folder.resolve("model.safetensors");
        try (TrainingNetwork training = TrainingNetwork.create(shape, OPTIMISER, 3)) {
            training.step(BATCH, 0.01); // so that no bias is zero
            SafetensorsWriter.write(file, training.weights());
            try (ClipNetwork inference =
                    ClipNetwork.bind(TorchRuntime.start(), shape, SafetensorsFile.open(file), ComputeType.FP32)) {
                assertRowsEqual(inference.encodeImages(BATCH.images()), training.encodeImages(BATCH.images()));
                assertRowsEqual(inference.encodeTexts(BATCH.texts()), training.encodeTexts(BATCH.texts()));
            }
        }
    }

    @Test
    void weightsOfAnotherShapeAreRefused() throws Exception {
        List<FloatTensor> weights = new TrainingInit(1).weights(shape(Activation.GELU));

        assertThrows(
                IllegalArgumentException.class,
                () -> TrainingNetwork.from(shape(Activation.GELU), OPTIMISER, weights.subList(1, weights.size())));
    }

    @Test
    void aBatchWhoseTruthHasAnotherShapeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingBatch(
                        BATCH.images(), BATCH.texts(), FloatMatrix.copyOf(1, 4, new float[] {1, 0, 0, 0})));
    }

    private static double lossWith(Activation activation, List<FloatTensor> weights, int which, int at, float by)
            throws Exception {
        List<FloatTensor> changed = new ArrayList<>(weights);
        FloatTensor weight = weights.get(which);
        float[] values = weight.toArray();
        values[at] += by;
        changed.set(which, FloatTensor.adopt(weight.name(), weight.shape(), values));
        try (TrainingNetwork network = TrainingNetwork.from(shape(activation), OPTIMISER, changed)) {
            return network.loss(BATCH);
        }
    }

    private static int steepest(FloatTensor gradient) {
        int best = 0;
        for (int i = 1; i < gradient.size(); i++) {
            if (Math.abs(gradient.at(i)) > Math.abs(gradient.at(best))) {
                best = i;
            }
        }
        return best;
    }

    private static float[] learned(long seed) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), OPTIMISER, seed)) {
            for (int i = 0; i < 3; i++) {
                network.step(BATCH, 1e-3);
            }
            return network.weights().get(1).toArray();
        }
    }

    private static int nearest(float[] image, FloatMatrix texts) {
        Embedding embedding = Embedding.ofProjection(image);
        int best = 0;
        for (int i = 1; i < texts.rows(); i++) {
            if (embedding.cosine(Embedding.ofProjection(texts.row(i)))
                    > embedding.cosine(Embedding.ofProjection(texts.row(best)))) {
                best = i;
            }
        }
        return best;
    }

    private static void assertRowsEqual(FloatMatrix expected, FloatMatrix actual) {
        assertEquals(expected.rows(), actual.rows());
        for (int i = 0; i < expected.rows(); i++) {
            assertArrayEquals(expected.row(i), actual.row(i), 1e-5f);
        }
    }

    private static NetworkShape shape(Activation activation) {
        TowerShape vision = new TowerShape(12, 24, 2, 3, 1e-5, activation);
        TowerShape text = new TowerShape(8, 20, 1, 2, 1e-5, activation);
        return new NetworkShape(vision, text, 8, 4, 20, 6, 10);
    }

    private static PixelTensor image(long seed) {
        Random random = new Random(seed);
        float[] values = new float[3 * 8 * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PixelTensor.adopt(8, 8, values);
    }
}
