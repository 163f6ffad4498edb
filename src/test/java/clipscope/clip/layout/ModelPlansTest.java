package clipscope.clip.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.LayoutGolden;
import clipscope.clip.text.TokenizerSource;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found out of the files of a folder, and how it is known.
class ModelPlansTest {

    private static final String OPEN_CLIP = "open_clip_config.json";

    @TempDir
    private Path folder;

    @Test
    void valuesThatNoFileGivesAreAssumed() throws Exception {
        ModelPlan plan = ModelPlans.read(copy("hf-vocab-and-merges"));

        assertEquals(
                new Fact(
                        "image tower, activation",
                        "quick_gelu",
                        Fact.Origin.ASSUMED,
                        "no vision_config.hidden_act in config.json"),
                fact(plan, "image tower, activation"));
        assertEquals(
                new Fact("image tower, width", "24", Fact.Origin.READ, "config.json: vision_config.hidden_size"),
                fact(plan, "image tower, width"));
        assertEquals(
                List.of(folder.resolve("vocab.json"), folder.resolve("merges.txt")),
                plan.tokenizer().source().orElseThrow().files());
    }

    @Test
    void twoFilesThatDisagreeAreNamed() throws Exception {
        copy("hf-fp16");
        Files.writeString(folder.resolve(OPEN_CLIP), """
                {"model_cfg": {"embed_dim": 12, "vision_cfg":
                 {"width": 24, "layers": 1, "head_width": 8, "mlp_ratio": 2, "image_size": 16, "patch_size": 4},
                 "text_cfg": {"width": 8, "heads": 2, "layers": 1, "mlp_ratio": 3, "vocab_size": 538, "context_length": 20}},
                 "preprocess_cfg": {"interpolation": "bilinear"}}""");

        assertEquals(
                List.of(
                        "image tower, activation is quick_gelu (config.json: vision_config.hidden_act), but gelu (no"
                                + " model_cfg.quick_gelu in open_clip_config.json)",
                        "text tower, activation is quick_gelu (config.json: text_config.hidden_act), but gelu (no"
                                + " model_cfg.quick_gelu in open_clip_config.json)",
                        "filter is bicubic (no resample in preprocessor_config.json), but bilinear"
                                + " (open_clip_config.json: preprocess_cfg.interpolation)"),
                ModelPlans.read(folder).findings().conflicts());
    }

    @Test
    void aSecondFileThatWeCannotReadIsNamed() throws Exception {
        copy("hf-fp16");
        Files.writeString(folder.resolve(OPEN_CLIP), "{}");

        assertEquals(
                List.of("open_clip_config.json is there too and cannot be compared"),
                ModelPlans.read(folder).findings().conflicts());
    }

    @Test
    void aConfigThatIsNoModelsDoesNotHideOpenClips() throws Exception {
        Files.writeString(copy("open-clip-bin").resolve("config.json"), "{}");

        assertEquals("open_clip", ModelPlans.read(folder).identity().layout());
    }

    @Test
    void anArchivesShapesSayWhatItIs() throws Exception {
        Path archive = copy("openai-vit").resolve("ViT-64-4.pt");
        TransformerShape transformer = new TransformerShape(64, 256, 1, 1, 1e-5, Activation.QUICK_GELU);

        ModelPlan plan = ModelPlans.read(archive);
        assertEquals(
                new NetworkShape(new ClipVision(transformer, 16, 4, 12), new ClipText(transformer, 518, 12, 12)),
                plan.network());
        assertEquals(Fact.Origin.DERIVED, fact(plan, "image tower, width").origin());
        assertEquals(Fact.Origin.ASSUMED, fact(plan, "image tower, heads").origin());
        assertEquals(Optional.of(517), plan.tokenizer().endToken());
        assertEquals(plan.network(), ModelPlans.read(folder).network());
    }

    @Test
    void aResidualArchivesShapesSayWhatItIs() throws Exception {
        assertEquals(
                new ResNetVision(2, List.of(1, 1, 1, 1), 1, 64, 12),
                ModelPlans.read(copy("openai-resnet")).network().image());
    }

    @Test
    void anArchiveAloneHasNoTokenizer() throws Exception {
        Files.delete(copy("openai-vit").resolve("merges.txt"));

        assertEquals(Optional.empty(), ModelPlans.read(folder).tokenizer().source());
    }

    @Test
    void ofTwoArchivesOneMustBeNamed() throws Exception {
        Path archive = copy("openai-vit").resolve("ViT-64-4.pt");
        Files.copy(archive, folder.resolve("other.pt"));

        Problem.NotAModel problem = assertInstanceOf(Problem.NotAModel.class, problem(folder));
        assertEquals("it holds 2 archives; open one of them", problem.reason());
        assertEquals("OpenAI archive", ModelPlans.read(archive).identity().layout());
    }

    @Test
    void anArchiveOfAnotherNetworkIsDeclined() throws Exception {
        Path weights = new LayoutGolden("hf-bin").folder().resolve("pytorch_model.bin");
        Files.copy(weights, folder.resolve("model.pt"));

        Problem.UnsupportedModel problem = assertInstanceOf(Problem.UnsupportedModel.class, problem(folder));
        assertTrue(problem.part().contains("without the config.json"), problem::part);
    }

    /// The ids of XLM-R are shifted against the places in its SentencePiece model.
    @Test
    void aSentencePieceModelAloneIsNoTokenizerOfClip() throws Exception {
        Path json = copy("hf-metaclip-2").resolve("tokenizer.json");
        Files.move(json, folder.resolve("sentencepiece.bpe.model"));

        assertInstanceOf(Problem.NotAModel.class, problem(folder));
    }

    @Test
    void ofSeveralTokenizersTheOneThatSaysMostIsUsed() throws Exception {
        copy("hf-vocab-and-merges");
        Path json = new LayoutGolden("hf-fp16").folder().resolve("tokenizer.json");
        Files.copy(json, folder.resolve("tokenizer.json"));

        assertEquals(
                new TokenizerSource.Json(folder.resolve("tokenizer.json")),
                ModelPlans.read(folder).tokenizer().source().orElseThrow());
    }

    private static Fact fact(ModelPlan plan, String name) {
        return plan.findings().facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Problem problem(Path location) {
        return assertThrows(ProblemException.class, () -> ModelPlans.read(location))
                .problem();
    }

    private Path copy(String golden) throws IOException {
        try (Stream<Path> files = Files.list(new LayoutGolden(golden).folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }
}
