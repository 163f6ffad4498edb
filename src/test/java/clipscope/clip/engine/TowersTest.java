package clipscope.clip.engine;

import static clipscope.embedding.Matrices.assertAligned;
import static clipscope.embedding.Matrices.assertNear;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.Golden;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.SiglipText;
import clipscope.clip.tower.SiglipVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.embedding.FloatMatrix;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Towers of each architecture, stage by stage, against references in NumPy.
class TowersTest {

    private static final float MAX_DIFFERENCE = 1e-5f; // docs/decisions/0006
    private static final double BF16_COSINE = 0.9995;
    private static final int VOCABULARY = 797; // of the small CLIP models

    /// The small networks of `src/test/golden/towers`.
    @SuppressWarnings("ImmutableEnumChecker") // records of immutable values, but not annotated so
    enum Family {
        SIGLIP(
                "../towers/siglip",
                new NetworkShape(
                        new SiglipVision(new TransformerShape(48, 100, 2, 3, 1e-6, Activation.GELU_TANH), 26, 8),
                        new SiglipText(new TransformerShape(40, 72, 2, 5, 1e-6, Activation.GELU_TANH), 90, 12, 48)),
                41),
        RESNET(
                "../towers/resnet",
                new NetworkShape(
                        new ResNetVision(6, List.of(2, 1, 2, 1), 6, 64, 20),
                        new ClipText(new TransformerShape(36, 72, 2, 3, 1e-5, Activation.QUICK_GELU), 90, 12, 20)),
                96);

        private final Golden golden;
        private final NetworkShape shape;
        private final int larger; // pixels

        Family(String folder, NetworkShape shape, int larger) {
            this.golden = new Golden(folder);
            this.shape = shape;
            this.larger = larger;
        }

        ClipNetwork network(ComputeType type, int imageSize) throws Exception {
            SafetensorsFile weights = SafetensorsFile.open(golden.folder().resolve("model.safetensors"));
            return ClipNetwork.bind(TorchRuntime.start(), shape, weights, Computation.onCpu(type), imageSize);
        }

        ClipNetwork network(ComputeType type) throws Exception {
            return network(type, shape.image().imageSize());
        }

        List<List<Integer>> prompts() throws Exception {
            Path file = golden.folder().resolve("expected/ids.json");
            return JsonParser.parseString(Files.readString(file)).getAsJsonArray().asList().stream()
                    .map(JsonElement::getAsJsonArray)
                    .map(Family::ids)
                    .toList();
        }

        private static List<Integer> ids(JsonArray ids) {
            return ids.asList().stream().map(JsonElement::getAsInt).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatesOfImagesAreTheReferences(Family family) throws Exception {
        try (ClipNetwork network = family.network(ComputeType.FP32)) {
            int blocks = family.shape.image().layers();
            assertNear(
                    family.golden.stage("image-block0"),
                    network.imageStates(family.golden.images(), 1),
                    MAX_DIFFERENCE);
            assertNear(
                    family.golden.stage("image-tower"),
                    network.imageStates(family.golden.images(), blocks),
                    MAX_DIFFERENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatesOfTextsAreTheReferences(Family family) throws Exception {
        try (ClipNetwork network = family.network(ComputeType.FP32)) {
            assertNear(family.golden.stage("text-block0"), textStates(family, network, 1), MAX_DIFFERENCE);
            assertNear(family.golden.stage("text-tower"), textStates(family, network, 2), MAX_DIFFERENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void embeddingsAreTheReferences(Family family) throws Exception {
        try (ClipNetwork network = family.network(ComputeType.FP32)) {
            assertNear(
                    family.golden.stage("image-projection"),
                    network.encodeImages(family.golden.images()),
                    MAX_DIFFERENCE);
            assertNear(family.golden.stage("text-projection"), network.encodeTexts(family.prompts()), MAX_DIFFERENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void largerPicturesHaveResampledPositions(Family family) throws Exception {
        try (ClipNetwork network = family.network(ComputeType.FP32, family.larger)) {
            assertNear(
                    family.golden.stage("image-projection-larger"),
                    network.encodeImages(family.golden.images("pixels-larger")),
                    MAX_DIFFERENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inBfloat16TheDirectionsAreTheReferences(Family family) throws Exception {
        try (ClipNetwork network = family.network(ComputeType.BF16)) {
            assertAligned(
                    family.golden.stage("image-projection"), network.encodeImages(family.golden.images()), BF16_COSINE);
            assertAligned(family.golden.stage("text-projection"), network.encodeTexts(family.prompts()), BF16_COSINE);
        }
    }

    /// The class token keeps its position; those of the patches are resampled.
    @Test
    void clipsVisionTransformerTakesLargerPicturesToo() throws Exception {
        Golden trained = new Golden("gelu-odd-heads-f32");
        Golden larger = new Golden("../towers/clip-larger");
        TransformerShape vision = new TransformerShape(60, 100, 2, 5, 1e-5, Activation.GELU);
        TransformerShape text = new TransformerShape(36, 72, 2, 3, 1e-5, Activation.GELU);
        SafetensorsFile weights = SafetensorsFile.open(trained.folder().resolve("model.safetensors"));
        NetworkShape shape =
                new NetworkShape(new ClipVision(vision, 24, 6, 20), new ClipText(text, VOCABULARY, 20, 20));
        try (ClipNetwork network =
                ClipNetwork.bind(TorchRuntime.start(), shape, weights, Computation.onCpu(ComputeType.FP32), 48)) {
            assertNear(
                    larger.stage("image-projection-larger"),
                    network.encodeImages(larger.images("pixels-larger")),
                    MAX_DIFFERENCE);
        }
    }

    @Test
    void aSiglipPromptThatDoesNotFillTheContextIsRefused() throws Exception {
        try (ClipNetwork network = Family.SIGLIP.network(ComputeType.FP32)) {
            List<List<Integer>> brief = List.of(List.of(1, 2, 3));

            assertThrows(IllegalArgumentException.class, () -> network.encodeTexts(brief));
        }
    }

    private static FloatMatrix textStates(Family family, ClipNetwork network, int blocks) throws Exception {
        List<List<Integer>> prompts = family.prompts();
        int width = family.shape.text().transformer().width();
        FloatBuffer states =
                FloatBuffer.allocate(prompts.stream().mapToInt(List::size).sum() * width);
        for (List<Integer> prompt : prompts) {
            states.put(network.textStates(List.of(prompt), blocks).toArray());
        }
        return FloatMatrix.copyOf(states.capacity() / width, width, states.array());
    }
}
