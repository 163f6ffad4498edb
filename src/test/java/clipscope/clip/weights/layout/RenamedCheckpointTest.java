package clipscope.clip.weights.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.ExpectedTensors;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.open.Checkpoints;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamedCheckpointTest {

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final Layout.TextSizes TEXT = new Layout.TextSizes(64, 1, 1, 12, 40, 24);
    private static final Layout VIT = new Layout.OpenAiVit(new Layout.VitSizes(64, 2, 1, 4, 16), TEXT);

    @ParameterizedTest
    @ValueSource(strings = {"openai-vit.pt", "openai-resnet.pt"})
    void everyTensorIsTheReferences(String name) throws Exception {
        Path file = Path.of("src/test/golden/weights", name);
        Checkpoint original = Checkpoints.open(file);
        try (Checkpoint renamed = RenamedCheckpoint.of(original, LayoutReader.of(original))) {
            assertEquals(
                    ExpectedTensors.read(file.resolveSibling(name + ".renamed.json")), ExpectedTensors.of(renamed));
        }
    }

    @Test
    void openClipsPrefixIsTakenOffAndItsLinearProjectionStaysAsItIs() throws Exception {
        Shapes shapes = new Shapes()
                .with("text.text_projection.weight", 2, 3)
                .with("text.transformer.resblocks.11.ln_1.bias", 3)
                .with("logit_bias");
        try (Checkpoint renamed = RenamedCheckpoint.of(shapes, VIT)) {
            assertEquals(
                    Set.of("text_projection.weight", "text_model.encoder.layers.11.layer_norm1.bias", "logit_bias"),
                    renamed.tensors().keySet());
            assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, floats(renamed, "text_projection.weight"));
        }
    }

    @Test
    void projectionsAreTransposedAndThreeInOneAreCut() throws Exception {
        Shapes shapes =
                new Shapes().with("visual.proj", 2, 3).with("visual.transformer.resblocks.0.attn.in_proj_weight", 6, 1);
        try (Checkpoint renamed = RenamedCheckpoint.of(shapes, VIT)) {
            assertEquals(
                    List.of(3L, 2L), tensor(renamed, "visual_projection.weight").shape());
            assertArrayEquals(new float[] {0, 3, 1, 4, 2, 5}, floats(renamed, "visual_projection.weight"));
            assertArrayEquals(
                    new float[] {2, 3}, floats(renamed, "vision_model.encoder.layers.0.self_attn.k_proj.weight"));
        }
        assertTrue(shapes.closed());
    }

    @Test
    void huggingFacesNamesAreLeftAlone() throws Exception {
        Shapes shapes = new Shapes().with("logit_scale");

        assertSame(shapes, RenamedCheckpoint.of(shapes, new Layout.HuggingFace()));
    }

    @Test
    void shapesThatCannotBeCutOrTurnedAreRefused() {
        assertEquals(
                new Problem.BadModelFile(Path.of("shapes"), "visual.proj has the shape [2, 3, 4]"),
                refused(new Shapes().with("visual.proj", 2, 3, 4), VIT));
        assertEquals(
                new Problem.BadModelFile(
                        Path.of("shapes"), "transformer.resblocks.0.attn.in_proj_bias has the shape [7]"),
                refused(new Shapes().with("transformer.resblocks.0.attn.in_proj_bias", 7), VIT));
        assertEquals(
                new Problem.BadModelFile(Path.of("shapes"), "it has two tensors for text_projection.weight"),
                refused(new Shapes().with("text_projection", 2, 3).with("text.text_projection", 2, 3), VIT));
    }

    @Test
    void anUnknownNetworkIsRefusedByAPartOfIt() {
        assertEquals(
                new Problem.UnsupportedModel(Path.of("shapes"), "a network with visual.trunk.x"),
                refused(new Shapes(), new Layout.Unknown(List.of("visual.trunk.x", "y"))));
    }

    private static Problem refused(Checkpoint checkpoint, Layout layout) {
        return assertThrows(ProblemException.class, () -> RenamedCheckpoint.of(checkpoint, layout))
                .problem();
    }

    private static float[] floats(Checkpoint checkpoint, String name) {
        return checkpoint.bytes(tensor(checkpoint, name)).toArray(FLOAT);
    }

    private static TensorEntry tensor(Checkpoint checkpoint, String name) {
        return Objects.requireNonNull(checkpoint.tensors().get(name));
    }
}
