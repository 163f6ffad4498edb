package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.TransformerShape;
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
import org.junit.jupiter.params.provider.ValueSource;

class TrainingNetworkTest {

    private static final AdamW OPTIMISER = new AdamW(0.9, 0.98, 1e-8, 0.1, 100, 1);

    private static final TrainingBatch BATCH = TrainingBatch.ofPairs(
            List.of(image(1), image(2), image(3), image(4)),
            List.of(List.of(18, 3, 19), List.of(18, 4, 5, 19), List.of(18, 6, 19), List.of(18, 5, 4, 19)));

    /// All weights are moved a little along their gradients, each by the same length: the loss must change
    /// by the sum of the gradients' lengths.
    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopesOfTheLoss(Activation activation) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(activation), OPTIMISER, ComputeType.FP32, 1)) {
            List<FloatTensor> gradients = network.gradients(BATCH);
            double slope =
                    gradients.stream().mapToDouble(TrainingNetworkTest::length).sum();
            double step = 1e-3;
            double up = lossOf(activation, moved(network.weights(), gradients, step));
            double down = lossOf(activation, moved(network.weights(), gradients, -step));

            assertEquals(slope, (up - down) / (2 * step), 0.02 * slope);
        }
    }

    /// One weight of each kind alone: in the sum above a small one would be lost.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "logit_scale",
                "vision_model.embeddings.class_embedding",
                "vision_model.embeddings.position_embedding.weight",
                "vision_model.encoder.layers.0.self_attn.v_proj.bias",
                "text_model.embeddings.token_embedding.weight",
                "text_projection.weight"
            })
    void eachKindOfWeightHasItsSlope(String name) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), OPTIMISER, ComputeType.FP32, 1)) {
            List<FloatTensor> gradients = network.gradients(BATCH).stream()
                    .map(each -> each.name().equals(name)
                            ? each
                            : FloatTensor.adopt(each.name(), each.shape(), new float[each.size()]))
                    .toList();
            double slope =
                    gradients.stream().mapToDouble(TrainingNetworkTest::length).sum();
            double step = 1e-2;
            double up = lossOf(Activation.GELU, moved(network.weights(), gradients, step));
            double down = lossOf(Activation.GELU, moved(network.weights(), gradients, -step));

            assertTrue(slope > 1e-3, "slope " + slope);
            assertEquals(slope, (up - down) / (2 * step), 0.03 * slope);
        }
    }

    /// 145 tokens take another way through attention than 5.
    @Test
    void gradientsOfManyPatchesAreSlopesToo() throws Exception {
        ClipShape few = shape(Activation.GELU);
        ClipShape many = new ClipShape(new ClipVision(few.image().transformer(), 48, 4, 10), few.text());
        TrainingBatch batch = TrainingBatch.ofPairs(
                List.of(image(1, 48), image(2, 48)), BATCH.texts().subList(0, 2));
        try (TrainingNetwork network = TrainingNetwork.create(many, OPTIMISER, ComputeType.FP32, 1)) {
            List<FloatTensor> gradients = network.gradients(batch);
            double slope =
                    gradients.stream().mapToDouble(TrainingNetworkTest::length).sum();
            double step = 1e-3;
            double up = lossOf(many, batch, moved(network.weights(), gradients, step));
            double down = lossOf(many, batch, moved(network.weights(), gradients, -step));

            assertEquals(slope, (up - down) / (2 * step), 0.02 * slope);
        }
    }

    /// Learning and encoding have an attention each.
    @Test
    void theLossIsThatOfTheEmbeddings() throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), OPTIMISER, ComputeType.FP32, 1)) {
            FloatMatrix images = network.encodeImages(BATCH.images());
            FloatMatrix texts = network.encodeTexts(BATCH.texts());
            double[] rows = new double[4]; // sums of e^logit
            double[] columns = new double[4];
            double matches = 0; // sum of logits
            for (int i = 0; i < 4; i++) {
                for (int t = 0; t < 4; t++) {
                    double logit = Embedding.ofProjection(images.row(i)).cosine(Embedding.ofProjection(texts.row(t)))
                            / 0.07; // what the scale begins with
                    rows[i] += Math.exp(logit);
                    columns[t] += Math.exp(logit);
                    matches += i == t ? logit : 0;
                }
            }
            double logs = 0;
            for (int i = 0; i < 4; i++) {
                logs += Math.log(rows[i]) + Math.log(columns[i]);
            }

            assertEquals((logs / 2 - matches) / 4, network.loss(BATCH), 1e-4);
        }
    }

    @Test
    void aFewPairsAreLearnedByHeart() throws Exception {
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), OPTIMISER, ComputeType.FP32, 1)) {
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
        try (TrainingNetwork network = TrainingNetwork.create(shape(Activation.GELU), limited, ComputeType.FP32, 1)) {
            double scale = 0;
            for (int i = 0; i < 40; i++) {
                scale = network.step(BATCH, 0.01).logitScale(); // begins at 1 / 0.07 = 14.3
            }

            assertEquals(14.5, scale, 1e-4);
        }
    }

    @Test
    void inferenceFromTheWrittenWeightsSeesWhatTrainingSaw(@TempDir Path folder) throws Exception {
        ClipShape shape = shape(Activation.QUICK_GELU);
        Path file = folder.resolve("model.safetensors");
        try (TrainingNetwork training = TrainingNetwork.create(shape, OPTIMISER, ComputeType.FP32, 3)) {
            training.step(BATCH, 0.01); // so that no bias is zero
            SafetensorsWriter.write(file, training.weights());
            try (ClipNetwork inference = ClipNetwork.bind(
                    TorchRuntime.start(), shape.network(), SafetensorsFile.open(file), ComputeType.FP32)) {
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
                () -> TrainingNetwork.from(
                        shape(Activation.GELU), OPTIMISER, ComputeType.FP32, weights.subList(1, weights.size())));
    }

    @Test
    void aBatchWhoseTruthHasAnotherShapeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingBatch(
                        BATCH.images(), List.of(), BATCH.texts(), FloatMatrix.copyOf(1, 4, new float[] {1, 0, 0, 0})));
    }

    private static double lossOf(Activation activation, List<FloatTensor> weights) throws Exception {
        return lossOf(shape(activation), BATCH, weights);
    }

    private static double lossOf(ClipShape shape, TrainingBatch batch, List<FloatTensor> weights) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.from(shape, OPTIMISER, ComputeType.FP32, weights)) {
            return network.loss(batch);
        }
    }

    private static List<FloatTensor> moved(List<FloatTensor> weights, List<FloatTensor> directions, double by) {
        List<FloatTensor> moved = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            FloatTensor direction = directions.get(i);
            double length = Math.max(1e-12, length(direction));
            float[] values = weights.get(i).toArray();
            for (int k = 0; k < values.length; k++) {
                values[k] += (float) (by * direction.at(k) / length);
            }
            moved.add(FloatTensor.adopt(direction.name(), direction.shape(), values));
        }
        return moved;
    }

    private static double length(FloatTensor tensor) {
        double squares = 0;
        for (int i = 0; i < tensor.size(); i++) {
            squares += tensor.at(i) * tensor.at(i);
        }
        return Math.sqrt(squares);
    }

    private static float[] learned(long seed) throws Exception {
        try (TrainingNetwork network =
                TrainingNetwork.create(shape(Activation.GELU), OPTIMISER, ComputeType.FP32, seed)) {
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

    private static ClipShape shape(Activation activation) {
        TransformerShape vision = new TransformerShape(12, 24, 2, 3, 1e-5, activation);
        TransformerShape text = new TransformerShape(8, 20, 2, 2, 1e-5, activation);
        return new ClipShape(new ClipVision(vision, 8, 4, 10), new ClipText(text, 20, 6, 10));
    }

    private static PixelTensor image(long seed) {
        return image(seed, 8);
    }

    private static PixelTensor image(long seed, int side) {
        Random random = new Random(seed);
        float[] values = new float[3 * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PixelTensor.adopt(side, side, values);
    }
}
