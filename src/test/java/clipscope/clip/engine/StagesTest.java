package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Golden;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.embedding.FloatMatrix;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The network's stages against the independent reference: a mismatch names the first that differs.
class StagesTest {

    private static final float MAX_DIFFERENCE = 1e-5f; // of states of size 5; the most seen was 3.4e-6
    private static final int LAYERS = 2; // of every golden model

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void theStatesOfImagesAfterBlockZeroAreTheReferences(Golden golden) throws Exception {
        try (ClipNetwork network = network(golden)) {
            assertNear(golden.stage("image-block0"), network.imageStates(golden.images(), 1));
        }
    }

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void theStatesOfImagesAfterTheLastBlockAreTheReferences(Golden golden) throws Exception {
        try (ClipNetwork network = network(golden)) {
            assertNear(golden.stage("image-tower"), network.imageStates(golden.images(), LAYERS));
        }
    }

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void theStatesOfTextsAfterBlockZeroAreTheReferences(Golden golden) throws Exception {
        try (ClipNetwork network = network(golden)) {
            assertNear(golden.stage("text-block0"), textStates(network, golden, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void theStatesOfTextsAfterTheLastBlockAreTheReferences(Golden golden) throws Exception {
        try (ClipNetwork network = network(golden)) {
            assertNear(golden.stage("text-tower"), textStates(network, golden, LAYERS));
        }
    }

    /// The tokens of all texts, one text after the other.
    private static FloatMatrix textStates(ClipNetwork network, Golden golden, int blocks) throws Exception {
        List<FloatMatrix> texts = new ArrayList<>();
        for (Golden.Text text : golden.texts()) {
            texts.add(network.textStates(List.of(text.ids()), blocks));
        }
        int rows = texts.stream().mapToInt(FloatMatrix::rows).sum();
        int columns = texts.getFirst().columns();
        FloatBuffer all = FloatBuffer.allocate(rows * columns);
        texts.forEach(text -> all.put(text.toArray()));
        return FloatMatrix.copyOf(rows, columns, all.array());
    }

    private static ClipNetwork network(Golden golden) throws Exception {
        NetworkShape shape = ModelPlans.read(golden.folder()).network();
        SafetensorsFile weights = SafetensorsFile.open(golden.folder().resolve("model.safetensors"));
        return ClipNetwork.bind(TorchRuntime.start(), shape, weights, ComputeType.FP32);
    }

    private static void assertNear(FloatMatrix expected, FloatMatrix actual) {
        assertEquals(List.of(expected.rows(), expected.columns()), List.of(actual.rows(), actual.columns()));
        float[] wanted = expected.toArray();
        float[] found = actual.toArray();
        float worst = 0;
        for (int i = 0; i < wanted.length; i++) {
            worst = Math.max(worst, Math.abs(wanted[i] - found[i]));
        }
        float difference = worst;

        assertTrue(difference <= MAX_DIFFERENCE, () -> "a difference of " + difference);
    }
}
