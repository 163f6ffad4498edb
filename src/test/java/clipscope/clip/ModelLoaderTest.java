package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.Embedding;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a folder must hold to be a model, tried on copies of a golden one. `ReferenceTest` has the numbers.
class ModelLoaderTest {

    private static final List<String> FILES =
            List.of("config.json", "model.safetensors", "tokenizer.json", "preprocessor_config.json");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyOfAGoldenModel() throws IOException {
        for (String file : FILES) {
            Files.copy(new Golden("quick-gelu-f32").folder().resolve(file), folder.resolve(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "config.json", "model.safetensors", "tokenizer.json"})
    void aFileOfTheFolderMeansTheFolder(String file) throws Exception {
        try (ClipModel model = ModelLoader.load(folder.resolve(file), Precision.FP32)) {
            assertEquals(
                    new ModelCard(
                            folder.getFileName().toString(),
                            folder,
                            "ViT-48/8@32",
                            24,
                            PictureSize.asTrained(32, 8),
                            24),
                    model.card());
            assertEquals(20, model.scoreRule().scale(), 1e-5); // the script stores log(20) as float32
            assertEquals(Precision.FP32, model.precision());
        }
    }

    @Test
    void aModelSoSmallIsLeftInFullPrecisionByAuto() throws Exception {
        try (ClipModel model = ModelLoader.load(folder, Precision.AUTO)) {
            assertEquals(Precision.FP32, model.precision());
        }
    }

    @Test
    void withoutSettingsPicturesAreTreatedAsOpenAiDoes() throws Exception {
        Files.delete(folder.resolve("preprocessor_config.json"));

        try (ClipModel model = ModelLoader.load(folder, Precision.FP32)) {
            assertEquals(32, model.card().imageSize());
        }
    }

    @Test
    void wordsTheModelNeverMetAreNamedIfTheFolderListsItsWords() throws Exception {
        Files.writeString(folder.resolve("words.txt"), "a\nphoto\n");

        try (ClipModel model = ModelLoader.load(folder, Precision.FP32)) {
            assertEquals(List.of("zebra"), model.tokenize("a photo, a Zebra").unknownWords());
        }
    }

    @Test
    void whatIsNotThereIsMissing() {
        Path nowhere = folder.resolve("nowhere");

        assertEquals(new Problem.MissingFile(nowhere), problem(nowhere));
    }

    @Test
    void aFolderWithoutAConfigurationIsNoModel() throws Exception {
        Files.delete(folder.resolve("config.json"));
        assertInstanceOf(Problem.NotAModel.class, problem(folder));
        assertInstanceOf(Problem.NotAModel.class, problem(folder.resolve("model.safetensors")));
    }

    @Test
    void aFolderWithoutWeightsIsNoModel() throws Exception {
        Files.delete(folder.resolve("model.safetensors"));

        assertEquals(new Problem.NotAModel(folder, "there is no model.safetensors in it"), problem(folder));
    }

    @Test
    void aFolderWithoutATokenizerIsNoModel() throws Exception {
        Files.delete(folder.resolve("tokenizer.json"));

        assertEquals(new Problem.NotAModel(folder, "there is no tokenizer in it"), problem(folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "num_hidden_layers": 2  | "num_hidden_layers": 3  | and 27 more tensors
            "projection_dim": 24    | "projection_dim": 25    | visual_projection.weight has the shape [24, 48], but the configuration asks for [25, 48]
            "patch_size": 8         | "patch_size": 4         | patch_embedding.weight has the shape [48, 3, 8, 8]
            "vocab_size": 797       | "vocab_size": 9000      | token_embedding.weight has the shape [797, 32]
            """)
    void weightsThatDoNotFitTheConfigurationAreRefusedByName(String from, String to, String fault) throws Exception {
        edit("config.json", json -> json.replace(from, to));

        assertTrue(bad("model.safetensors").contains(fault), () -> bad("model.safetensors"));
    }

    @Test
    void missingWeightsAreNamed() throws Exception {
        editHeader(header -> header.replace("\"logit_scale\"", "\"logit_skale\""));

        assertEquals("it lacks logit_scale", bad("model.safetensors"));
    }

    @Test
    void weightsThatAreNoFloatsAreRefused() throws Exception {
        editHeader(header ->
                header.replace("\"logit_scale\": {\"dtype\": \"F32\"", "\"logit_scale\": {\"dtype\": \"I32\""));

        assertEquals("logit_scale holds I32, no type of floating-point numbers", bad("model.safetensors"));
    }

    @Test
    void aTokenizerOfALargerVocabularyIsRefused() throws Exception {
        edit("config.json", json -> json.replace("\"vocab_size\": 797", "\"vocab_size\": 796"));

        assertEquals("it has 797 pieces, but the text tower knows 796", badPieces());
    }

    @Test
    void clipsVocabularyMustEndTextsWithClipsEndToken() throws Exception {
        edit("config.json", json -> json.replace("\"vocab_size\": 797", "\"vocab_size\": 49408"));

        assertEquals("it ends texts with token 796, but the text tower is read at token 49407", badPieces());
    }

    @Test
    void aModelWithDamagedPiecesTakesPictures() throws Exception {
        edit("tokenizer.json", text -> text.substring(0, text.length() - 20));

        try (ClipModel model = ModelLoader.load(folder, Precision.FP32)) {
            PixelTensor picture = model.preprocess(PixelImage.adopt(1, 1, new byte[3]));
            assertEquals(24, model.encodeImages(List.of(picture)).columns());
        }
        assertEquals(folder.resolve("tokenizer.json"), badFile(problem(folder)).file());
    }

    @Test
    void picturesOfAnotherSizeAreMadeAsTheModelIsGivenThem() throws Exception {
        Computing larger = Computing.in(Precision.FP32).withImageSize(OptionalInt.of(48));

        try (ClipModel model = new ModelLoader(PrecisionMemory.none()).open(folder, larger)) {
            assertEquals(48, model.card().imageSize());
            PixelTensor picture = model.preprocess(PixelImage.adopt(1, 1, new byte[3]));
            assertEquals(48, picture.width());
            assertEquals(24, model.encodeImages(List.of(picture)).columns());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -8, 7, 33, 2000})
    void aSizeThatIsNoNumberOfPatchesIsRefused(int size) {
        Computing odd = Computing.in(Precision.FP32).withImageSize(OptionalInt.of(size));

        Problem problem = assertThrows(
                        ProblemException.class, () -> new ModelLoader(PrecisionMemory.none()).open(folder, odd))
                .problem();
        assertEquals(
                new Problem.BadInput(
                        Integer.toString(size), "a picture for this model has 8 times 1 to 128 pixels along a side"),
                problem);
    }

    @Test
    void aDeviceThatTorchDoesNotHaveIsRefusedWithItsReason() {
        Problem problem = assertThrows(
                        ProblemException.class,
                        () -> new ModelLoader(PrecisionMemory.none())
                                .open(folder, Computing.in(Precision.FP32).on(Device.MPS)))
                .problem();
        Problem.DeviceUnavailable unavailable = assertInstanceOf(Problem.DeviceUnavailable.class, problem);
        assertEquals("mps", unavailable.device());
        assertTrue(unavailable.reason().toLowerCase(Locale.ROOT).contains("mps"), unavailable.reason());
    }

    @Test
    void halfPrecisionComputesTheSameDirection() throws Exception {
        try (ClipModel full = ModelLoader.load(folder, Precision.FP32);
                ClipModel half = ModelLoader.load(folder, Precision.FP16)) {
            PixelTensor picture = full.preprocess(PixelImage.adopt(2, 1, new byte[] {9, 80, 7, 60, 5, 40}));
            Embedding image =
                    Embedding.ofProjection(full.encodeImages(List.of(picture)).row(0));
            Embedding text = Embedding.ofProjection(
                    full.encodeTexts(List.of(full.tokenize("a photo"))).row(0));
            assertEquals(
                    1,
                    image.cosine(Embedding.ofProjection(
                            half.encodeImages(List.of(picture)).row(0))),
                    1e-5);
            assertEquals(
                    1,
                    text.cosine(Embedding.ofProjection(
                            half.encodeTexts(List.of(half.tokenize("a photo"))).row(0))),
                    1e-5);
            assertEquals(new Computed(Precision.FP16, Device.CPU, "asked for"), half.computed());
        }
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        Files.writeString(folder.resolve("model.safetensors"), "version https://git-lfs.github.com/spec/v1\n");

        assertEquals(
                folder.resolve("model.safetensors"), badFile(problem(folder)).file());
    }

    @Test
    void anInfiniteWeightGivesAProblemAndNoNumber() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("model.safetensors"));
        String header = new String(bytes, StandardCharsets.ISO_8859_1);
        int entry = header.indexOf("\"text_projection.weight\"");
        String offsets = header.substring(header.indexOf("data_offsets\": [", entry) + 16);
        int begin = Integer.parseInt(offsets.substring(0, offsets.indexOf(',')));
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putFloat(Long.BYTES + (int) file.getLong(0) + begin, Float.POSITIVE_INFINITY);
        Files.write(folder.resolve("model.safetensors"), bytes);

        try (ClipModel model = ModelLoader.load(folder, Precision.FP32)) {
            ProblemException e =
                    assertThrows(ProblemException.class, () -> model.encodeTexts(List.of(model.tokenize("a photo"))));
            assertEquals(new Problem.NotANumber(model.card().name(), "encoding a text in fp32"), e.problem());
        }
    }

    @Test
    void anEmbeddingOfNothingGivesAProblem() throws Exception {
        Path weights = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        int data = Long.BYTES
                + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        Arrays.fill(bytes, data, bytes.length, (byte) 0);
        Files.write(weights, bytes);

        try (ClipModel model = ModelLoader.load(folder, Precision.FP32)) {
            ProblemException e =
                    assertThrows(ProblemException.class, () -> model.encodeTexts(List.of(model.tokenize("a photo"))));
            assertEquals(new Problem.NoDirection(model.card().name(), "encoding a text in fp32"), e.problem());
        }
    }

    private Problem problem(Path location) {
        return assertThrows(ProblemException.class, () -> {
                    try (ClipModel model = ModelLoader.load(location, Precision.FP32)) {
                        model.tokenize("a"); // a fault in the pieces is told by the first text
                    }
                })
                .problem();
    }

    /// The weights do not fit such a vocabulary either, and would be told first.
    private String badPieces() throws ProblemException {
        ModelPlan plan = ModelPlans.read(folder);
        Problem.BadModelFile problem = badFile(assertThrows(
                        ProblemException.class,
                        () -> TextReader.open(
                                folder, plan.tokenizer(), plan.network().text()))
                .problem());
        assertEquals(folder.resolve("tokenizer.json"), problem.file());
        return problem.reason();
    }

    private String bad(String file) {
        Problem.BadModelFile problem = badFile(problem(folder));
        assertEquals(folder.resolve(file), problem.file());
        return problem.reason();
    }

    private static Problem.BadModelFile badFile(Problem problem) {
        return assertInstanceOf(Problem.BadModelFile.class, problem);
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(folder.resolve(file));
        Files.writeString(folder.resolve(file), change.apply(text));
    }

    /// Changes the JSON header of the weights, which must keep its length.
    private void editHeader(UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("model.safetensors");
        String before = Files.readString(file, StandardCharsets.ISO_8859_1);
        String after = change.apply(before);
        assertEquals(before.length(), after.length());
        Files.writeString(file, after, StandardCharsets.ISO_8859_1);
    }
}
