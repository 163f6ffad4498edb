package clipscope.clip.weights.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.open.Checkpoints;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The sizes are those that OpenAI published: table 20 of Radford et al. 2021.
class LayoutReaderTest {

    @Test
    void vitB32() throws Exception {
        assertEquals(
                new Layout.OpenAiVit(
                        new Layout.VitSizes(768, 12, 12, 32, 224), new Layout.TextSizes(512, 12, 8, 77, 49_408, 512)),
                LayoutReader.of(vitB32("").with("text_projection", 512, 512)));
    }

    @Test
    void openClipsFormWithAPrefixAndALinearProjection() throws Exception {
        assertEquals(
                new Layout.OpenAiVit(
                        new Layout.VitSizes(768, 12, 12, 32, 224), new Layout.TextSizes(512, 12, 8, 77, 49_408, 640)),
                LayoutReader.of(vitB32("text.")
                        .with("text.text_projection.weight", 640, 512)
                        .with("logit_bias")));
    }

    @Test
    void resNet50x4() throws Exception {
        Shapes shapes = text("", 640, 12, 77)
                .with("text_projection", 640, 640)
                .with("visual.conv1.weight", 40, 3, 3, 3)
                .with("visual.bn1.num_batches_tracked")
                .with("visual.attnpool.positional_embedding", 82, 2560)
                .with("visual.attnpool.c_proj.weight", 640, 2560);
        int[] blocks = {4, 6, 10, 6};
        for (int stage = 0; stage < blocks.length; stage++) {
            for (int block = 0; block < blocks[stage]; block++) {
                shapes.with("visual.layer%d.%d.conv1.weight".formatted(stage + 1, block), 80L << stage, 80, 1, 1);
            }
        }

        assertEquals(
                new Layout.OpenAiResNet(
                        new Layout.ResNetSizes(List.of(4, 6, 10, 6), 80, 40, 288),
                        new Layout.TextSizes(640, 12, 10, 77, 49_408, 640)),
                LayoutReader.of(shapes));
    }

    @Test
    void huggingFace() throws Exception {
        assertEquals(
                new Layout.HuggingFace(),
                LayoutReader.of(new Shapes()
                        .with("logit_scale")
                        .with("text_model.embeddings.token_embedding.weight", 9, 8)
                        .with("vision_model.embeddings.class_embedding", 8)));
    }

    @Test
    void partsOfOtherNetworksAreNamed() throws Exception {
        Shapes shapes = vitB32("")
                .with("text_projection", 512, 512)
                .with("visual.transformer.resblocks.0.ls_1.gamma", 768)
                .with("visual.trunk.blocks.0.norm1.weight", 768)
                .with("visual.layer1.0.conv1.weight", 64, 64, 1, 1)
                .with("attn_mask", 77, 77);

        assertEquals(
                new Layout.Unknown(List.of(
                        "visual.transformer.resblocks.0.ls_1.gamma",
                        "visual.trunk.blocks.0.norm1.weight",
                        "visual.layer1.0.conv1.weight")),
                LayoutReader.of(shapes));
    }

    @Test
    void aTowerOfAnotherLibraryIsNamedAndNotWhatIsKnown() throws Exception {
        Shapes shapes = text("", 512, 12, 77)
                .with("text_projection", 512, 512)
                .with("visual.trunk.patch_embed.proj.weight", 768, 3, 16, 16);

        assertEquals(new Layout.Unknown(List.of("visual.trunk.patch_embed.proj.weight")), LayoutReader.of(shapes));
    }

    @Test
    void whatIsNoClipIsUnknown() throws Exception {
        assertEquals(
                new Layout.Unknown(List.of("bert.pooler.weight")),
                LayoutReader.of(new Shapes().with("bert.pooler.weight", 8, 8)));
        assertEquals(new Layout.Unknown(List.of("logit_scale")), LayoutReader.of(new Shapes().with("logit_scale")));
        assertEquals(new Layout.Unknown(List.of()), LayoutReader.of(new Shapes()));
    }

    @Test
    void positionsThatMakeNoSquareAreRefused() {
        Shapes shapes = vitB32("").with("text_projection", 512, 512).with("visual.positional_embedding", 48, 768);
        ProblemException e = assertThrows(ProblemException.class, () -> LayoutReader.of(shapes));

        assertEquals(
                new Problem.BadModelFile(
                        Path.of("shapes"), "visual.positional_embedding has 47 positions, which make no square"),
                e.problem());
    }

    @Test
    void aShapeThatFitsNoNetworkIsRefused() {
        Shapes flat = vitB32("").with("text_projection", 512, 512).with("visual.conv1.weight", 768, 3072);
        Shapes vast = vitB32("").with("text_projection", 512, 512).with("visual.conv1.weight", 1L << 40, 3, 32, 32);
        Shapes lacking = vitB32("");

        assertEquals("visual.conv1.weight has the shape [768, 3072]", reason(flat));
        assertEquals("visual.conv1.weight has the shape [1099511627776, 3, 32, 32]", reason(vast));
        assertEquals("it lacks text_projection.weight", reason(lacking));
    }

    @Test
    void whatTorchScriptWrote() throws Exception {
        Layout.TextSizes text = new Layout.TextSizes(64, 1, 1, 12, 40, 24);
        try (Checkpoint vit = golden("openai-vit.pt");
                Checkpoint resNet = golden("openai-resnet.pt")) {
            assertEquals(new Layout.OpenAiVit(new Layout.VitSizes(64, 2, 1, 4, 16), text), LayoutReader.of(vit));
            assertEquals(
                    new Layout.OpenAiResNet(new Layout.ResNetSizes(List.of(2, 1, 1, 1), 4, 2, 64), text),
                    LayoutReader.of(resNet));
        }
    }

    private static String reason(Checkpoint checkpoint) {
        ProblemException e = assertThrows(ProblemException.class, () -> LayoutReader.of(checkpoint));
        return ((Problem.BadModelFile) e.problem()).reason();
    }

    private static Checkpoint golden(String name) throws Exception {
        return Checkpoints.open(Path.of("src/test/golden/weights", name));
    }

    private static Shapes vitB32(String prefix) {
        return text(prefix, 512, 12, 77)
                .with("visual.class_embedding", 768)
                .with("visual.positional_embedding", 50, 768)
                .with("visual.proj", 768, 512)
                .with("visual.conv1.weight", 768, 3, 32, 32)
                .with("visual.ln_pre.weight", 768)
                .with("visual.ln_post.bias", 768)
                .withBlocks("visual.", 12, 768);
    }

    private static Shapes text(String prefix, long width, int layers, long context) {
        return new Shapes()
                .with("logit_scale")
                .with("input_resolution")
                .with(prefix + "token_embedding.weight", 49_408, width)
                .with(prefix + "positional_embedding", context, width)
                .with(prefix + "ln_final.weight", width)
                .with(prefix + "ln_final.bias", width)
                .withBlocks(prefix, layers, width);
    }
}
