package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.clip.weights.TensorEntry;
import clipscope.embedding.FloatMatrix;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A step against the same step in NumPy, `src/test/python/training_reference.py`.
class TrainingStepTest {

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final double RATE = 3e-3;
    private static final AdamW OPTIMISER = new AdamW(0.9, 0.98, 1e-8, 0.1, 100, 0.5);
    private static final List<List<Integer>> TEXTS =
            List.of(List.of(18, 3, 19), List.of(18, 4, 5, 19), List.of(18, 6, 19));
    private static final ClipShape SHAPE = new ClipShape(
            new ClipVision(new TransformerShape(8, 12, 2, 2, 1e-5, Activation.GELU), 8, 4, 5),
            new ClipText(new TransformerShape(6, 10, 1, 2, 1e-5, Activation.GELU), 20, 6, 5));

    private SafetensorsFile golden;
    private TrainingBatch batch;

    @BeforeEach
    void open() throws Exception {
        golden = SafetensorsFile.open(Path.of("src/test/golden/training/step.safetensors"));
        float[] pixels = values("pixels");
        int size = pixels.length / 3;
        List<PixelTensor> images = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            images.add(PixelTensor.adopt(8, 8, Arrays.copyOfRange(pixels, i * size, (i + 1) * size)));
        }
        batch = new TrainingBatch(images, List.of(), TEXTS, FloatMatrix.copyOf(3, 3, values("truth")));
    }

    @AfterEach
    void close() {
        golden.close();
    }

    @ParameterizedTest
    @EnumSource
    void lossAndGradientAreNumPys(ContrastiveLoss loss) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.begin(lesson(loss), before(), 0)) {
            double length = values(name(loss) + "/length")[0];

            assertEquals(values(name(loss) + "/loss")[0], network.loss(batch), 1e-4);
            for (FloatTensor gradient : network.gradients(batch)) {
                float[] expected = values(name(loss) + "/gradient/" + gradient.name());
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], gradient.at(i), 2e-5 * length, gradient.name() + " " + i);
                }
            }
        }
    }

    /// A gradient that is zero but for rounding has a direction of its own in each arithmetic, and Adam's
    /// first step is as long whatever the gradient is: such weights are left out.
    @ParameterizedTest
    @EnumSource
    void aStepEndsWhereNumPysDoes(ContrastiveLoss loss) throws Exception {
        try (TrainingNetwork network = TrainingNetwork.begin(lesson(loss), before(), 0)) {
            double length = values(name(loss) + "/length")[0];

            TrainingNetwork.Step step = network.step(batch, RATE);

            assertEquals(length, step.gradientLength(), 1e-4 * length);
            int compared = 0;
            for (FloatTensor weight : network.state().weights()) {
                float[] expected = values(name(loss) + "/after/" + weight.name());
                float[] gradient = values(name(loss) + "/gradient/" + weight.name());
                for (int i = 0; i < expected.length; i++) {
                    if (Math.abs(gradient[i]) > 1e-4 * length) {
                        assertEquals(expected[i], weight.at(i), 2e-5, weight.name() + " " + i);
                        compared++;
                    }
                }
            }
            assertTrue(compared > 1000, "compared " + compared);
        }
    }

    /// The first step is as long whatever the gradient is, but its average is not.
    @Test
    void aLongGradientIsCutBeforeItIsAveraged() throws Exception {
        Lesson lesson = lesson(ContrastiveLoss.CROSS_ENTROPY);
        try (TrainingNetwork network = TrainingNetwork.begin(lesson, before(), 0)) {
            network.step(batch, RATE);

            double cut = OPTIMISER.maxGradientLength() / values("cross_entropy/length")[0]; // 1 / 33
            FloatTensor average = named(network.state().first(), "visual_projection.weight");
            float[] gradient = values("cross_entropy/gradient/visual_projection.weight");
            for (int i = 0; i < gradient.length; i++) {
                assertEquals((1 - OPTIMISER.beta1()) * cut * gradient[i], average.at(i), 1e-6);
            }
        }
    }

    @Test
    void projectionsAreLearnedAndTheTowersStayAsTheyAre() throws Exception {
        Lesson lesson = new Lesson(
                SHAPE, new LearnedPart.Projections(), ContrastiveLoss.CROSS_ENTROPY, OPTIMISER, ComputeType.FP32);
        try (TrainingNetwork network = TrainingNetwork.begin(lesson, before(), 0)) {
            for (FloatTensor gradient : network.gradients(batch)) {
                float[] expected = values("cross_entropy/gradient/" + gradient.name());
                assertEquals(expected[0], gradient.at(0), 1e-3, gradient.name());
            }
            network.step(batch, RATE);

            List<String> changed = changed(network.weights());
            assertEquals(List.of("logit_scale", "visual_projection.weight", "text_projection.weight"), changed);
        }
    }

    /// The upper half of each pair is zero at first: the network is what it was, and the lower half has no
    /// slope.
    @Test
    void adaptersChangeNothingAtFirstAndThenTheAttentionAlone() throws Exception {
        Lesson lesson = new Lesson(
                SHAPE, new LearnedPart.Adapters(2), ContrastiveLoss.CROSS_ENTROPY, OPTIMISER, ComputeType.FP32);
        try (TrainingNetwork network = TrainingNetwork.begin(lesson, before(), 5)) {
            assertEquals(List.of(), changed(network.weights()));
            assertEquals(values("cross_entropy/loss")[0], network.loss(batch), 1e-4);
            double before = network.loss(batch);
            for (int i = 0; i < 20; i++) {
                network.step(batch, RATE);
            }

            assertTrue(network.loss(batch) < 0.8 * before, "loss " + network.loss(batch));
            List<String> changed = changed(network.weights());
            assertEquals(1 + 4 * 3, changed.size(), changed::toString);
            assertTrue(changed.stream().skip(1).allMatch(each -> each.contains("self_attn")), changed::toString);
        }
    }

    /// As the finite differences of the whole network, but by the chain rule: the slope of the upper half is
    /// that of the matrix times the lower half.
    @Test
    void theSlopesOfAdaptersFollowFromThoseOfTheirMatrices() throws Exception {
        Lesson lesson = new Lesson(
                SHAPE, new LearnedPart.Adapters(2), ContrastiveLoss.CROSS_ENTROPY, OPTIMISER, ComputeType.FP32);
        String matrix = "vision_model.encoder.layers.1.self_attn.v_proj.weight";
        try (TrainingNetwork network = TrainingNetwork.begin(lesson, before(), 5)) {
            FloatTensor down = named(network.state().weights(), matrix + ".down");
            FloatTensor up = named(network.gradients(batch), matrix + ".up");
            float[] slope = values("cross_entropy/gradient/" + matrix);
            for (int row = 0; row < 8; row++) {
                double expected = 0;
                for (int k = 0; k < 8; k++) {
                    expected += slope[row * 8 + k] * down.at(8 + k); // of the second of the two
                }
                assertEquals(expected, up.at(row * 2 + 1), 1e-3);
            }
        }
    }

    @Test
    void adaptersGoOnWhereTheyStood() throws Exception {
        Lesson lesson =
                new Lesson(SHAPE, new LearnedPart.Adapters(2), ContrastiveLoss.SIGMOID, OPTIMISER, ComputeType.FP32);
        try (TrainingNetwork whole = TrainingNetwork.begin(lesson, before(), 5);
                TrainingNetwork half = TrainingNetwork.begin(lesson, before(), 5)) {
            whole.step(batch, RATE);
            whole.step(batch, RATE);
            half.step(batch, RATE);
            try (TrainingNetwork resumed = TrainingNetwork.resume(lesson, before(), half.state())) {
                resumed.step(batch, RATE);

                assertEquals(whole.loss(batch), resumed.loss(batch), 0);
            }
        }
    }

    private List<String> changed(List<FloatTensor> weights) {
        return weights.stream()
                .filter(each -> !Arrays.equals(each.toArray(), values("before/" + each.name())))
                .map(FloatTensor::name)
                .toList();
    }

    private List<FloatTensor> before() {
        return TrainingInit.specs(SHAPE).stream()
                .map(spec -> FloatTensor.adopt(spec.name(), spec.shape(), values("before/" + spec.name())))
                .toList();
    }

    private static FloatTensor named(List<FloatTensor> tensors, String name) {
        return tensors.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private float[] values(String name) {
        TensorEntry entry = golden.tensors().get(name);
        if (entry == null) {
            throw new AssertionError("no golden " + name);
        }
        return golden.bytes(entry).toArray(FLOAT);
    }

    private static String name(ContrastiveLoss loss) {
        return loss.name().toLowerCase(Locale.ROOT);
    }

    private static Lesson lesson(ContrastiveLoss loss) {
        return new Lesson(SHAPE, new LearnedPart.Everything(), loss, OPTIMISER, ComputeType.FP32);
    }
}
