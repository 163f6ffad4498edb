package clipscope.clip.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.LayoutGolden;
import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizerSource;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.open.Checkpoints;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void picturesArePreparedAsTheFileOfTheWholeProcessorSays() throws Exception {
        Files.delete(copy("hf-vocab-and-merges").resolve("preprocessor_config.json"));
        processor("'image_mean': [0.1, 0.2, 0.3], 'resample': 2");

        ModelPlan plan = ModelPlans.read(folder);
        assertEquals(List.of(0.1f, 0.2f, 0.3f), plan.preprocessing().mean());
        assertEquals(
                new Fact("filter", "bilinear", Fact.Origin.READ, "processor_config.json: image_processor.resample"),
                fact(plan, "filter"));
    }

    @Test
    void theFileOfTheWholeProcessorComesFirstAndWhatTheOtherSaysIsNamed() throws Exception {
        copy("hf-vocab-and-merges");
        processor("'resample': 2");
        Files.writeString(
                folder.resolve("preprocessor_config.json"), "{\"resample\": 3, \"size\": 16, \"crop_size\": 16}");

        assertEquals(
                List.of("filter is bilinear (processor_config.json: image_processor.resample), but bicubic"
                        + " (preprocessor_config.json: resample)"),
                ModelPlans.read(folder).findings().conflicts());
    }

    @Test
    void aFileOfTheWholeProcessorMayLeaveItToTheOther() throws Exception {
        copy("hf-vocab-and-merges");
        Files.writeString(folder.resolve("processor_config.json"), "{\"processor_class\": \"CLIPProcessor\"}");
        Files.writeString(folder.resolve("preprocessor_config.json"), "{\"image_std\": [0.4, 0.5, 0.6]}");

        assertEquals(
                List.of(0.4f, 0.5f, 0.6f),
                ModelPlans.read(folder).preprocessing().std());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GemmaTokenizer,    32000,  LOWER_CASE, READ
            Siglip2Tokenizer,  32000,  LOWER_CASE, READ
            SiglipTokenizer,   256000, BARE_WORDS, READ
            TokenizersBackend, 256000, LOWER_CASE, ASSUMED
            TokenizersBackend, 32000,  BARE_WORDS, ASSUMED
            """)
    void theClassOfATokenizerSaysHowTextsAreReadElseItsSize(
            String tokenizer, int vocabulary, TextRule rule, Fact.Origin origin) throws Exception {
        copy("siglip-tokenizer-json");
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "siglip", "text_config": {"vocab_size": %d}}""".formatted(vocabulary));
        Files.writeString(folder.resolve("preprocessor_config.json"), "{}");
        Files.writeString(
                folder.resolve("tokenizer_config.json"), "{\"tokenizer_class\": \"%s\"}".formatted(tokenizer));

        ModelPlan plan = ModelPlans.read(folder);
        assertEquals(rule, plan.tokenizer().rule());
        assertEquals(
                origin,
                plan.findings().facts().stream()
                        .filter(fact -> fact.value().equals(rule.words()))
                        .findFirst()
                        .orElseThrow()
                        .origin());
    }

    @Test
    void weightsUnderOpenAisNamesThatAreNotOpenAisMayHaveAnotherActivation() throws Exception {
        Path bare = folder.resolve("bare.pt");
        try (Checkpoint archive =
                Checkpoints.open(new LayoutGolden("openai-vit").folder().resolve("ViT-64-4.pt"))) {
            List<FloatTensor> weights = new ArrayList<>();
            for (TensorEntry weight : archive.tensors().values()) {
                if (weight.dtype().isWeight()) { // unlike the sizes that OpenAI's have beside them
                    weights.add(zeros(weight));
                }
            }
            SafetensorsWriter.write(bare, weights);
        }

        ModelPlan plan = ModelPlans.read(bare);
        assertEquals("weights alone, under OpenAI's names", plan.identity().layout());
        assertEquals(
                "as in OpenAI's models; weights trained with open_clip may need gelu: then add their"
                        + " open_clip_config.json",
                fact(plan, "image tower, activation").source());
    }

    @Test
    void aLinkThatLeadsNowhereIsNotCalledMissing() throws Exception {
        Path weights = copy("hf-vocab-and-merges").resolve("model.safetensors");
        Files.delete(weights);
        Files.createSymbolicLink(weights, Path.of("gone"));

        assertEquals(new Problem.UnreadableFile(weights, "it is a link that leads nowhere"), problem(folder));
    }

    @Test
    void aFolderInTheNameOfAFileIsNotCalledMissing() throws Exception {
        Path config = folder.resolve("config.json");
        Files.createDirectory(config);

        assertEquals(new Problem.UnreadableFile(config, "it is a folder, a pipe or a device"), problem(folder));
    }

    @Test
    void piecesLargerThanAnyAreRefusedBeforeAnythingIsRead() throws Exception {
        Path merges = copy("hf-vocab-and-merges").resolve("merges.txt");
        try (FileChannel file = FileChannel.open(merges, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), 1L << 32); // a hole, which takes no room
        }

        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, problem(folder));
        assertEquals(merges, problem.file());
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

    private static FloatTensor zeros(TensorEntry like) {
        long size = like.shape().stream().reduce(1L, Math::multiplyExact);
        return FloatTensor.adopt(like.name(), like.shape(), new float[Math.toIntExact(size)]);
    }

    private void processor(String pictures) throws IOException {
        Files.writeString(folder.resolve("processor_config.json"), """
                {"image_processor": {"image_processor_type": "CLIPImageProcessorFast", "size": {"shortest_edge": 16},
                 "crop_size": {"height": 16, "width": 16}, %s}, "processor_class": "CLIPProcessor"}""".formatted(pictures.replace('\'', '"')));
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
