package clipscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.WindowRequest;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.FakeClipModel;
import clipscope.doctor.Doctor;
import clipscope.doctor.Doctors;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desk;
import clipscope.session.image.ImageReader;
import clipscope.task.JobBoard;
import clipscope.task.Runners;
import clipscope.zoo.download.Zoo;
import clipscope.zoo.download.Zoos;
import clipscope.zoo.graphics.GraphicsBuild;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs commands as `Main` does, with a model that knows colours.
class CommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<WindowRequest> windows = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty(); // of the next window

    private final CommandSetup setup = new CommandSetup() {
        @Override
        public Desk desk(Runners runners) {
            return new Desk(runners, new JobBoard(() -> 0), ImageReader.exact(new ImageDecoder(10)), (location, _) -> {
                if (!location.equals(bundledModel())) {
                    throw new ProblemException(new Problem.NotAModel(location, "there is no config.json"));
                }
                return new FakeClipModel();
            });
        }

        @Override
        public Path bundledModel() {
            return Path.of("bundled");
        }

        @Override
        public Optional<GraphicsBuild> graphicsBuild() {
            return Optional.empty();
        }

        @Override
        public Zoo zoo() {
            return Zoos.in(folder);
        }

        @Override
        public ClipModel load(Path location, Computing computing) {
            return new FakeClipModel();
        }

        @Override
        public Doctor doctor() {
            return Doctors.here(folder);
        }

        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public int openWindow(WindowRequest request) {
            windows.add(request);
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            return 0;
        }
    };

    @BeforeEach
    void drawPictures() throws IOException {
        draw("red.png", Color.RED);
        draw("blue.png", Color.BLUE);
    }

    private void draw(String name, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private int run(String... arguments) {
        return new Commands(setup, new CommandIo(new PrintWriter(out), new PrintWriter(err), false)).run(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String label(JsonArray images, int image, int place) {
        return score(images, image, place).get("label").getAsString();
    }

    private static JsonObject score(JsonArray images, int image, int place) {
        return images.get(image)
                .getAsJsonObject()
                .getAsJsonArray("scores")
                .get(place)
                .getAsJsonObject();
    }

    @Test
    void resultsThatCannotBeWrittenAreTold() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        CommandIo io = new CommandIo(new PrintWriter(full), new PrintWriter(err), false);

        int status = new Commands(setup, io).run("classify", "--labels", "blue,red", file("red.png"));

        assertEquals(2, status);
        assertEquals("clipscope: not all results could be written: is the disk full?\n", err.toString());
    }

    @Test
    void classifyWritesLabelsBestFirst() {
        int status = run("classify", "--labels", "blue, red", "--format", "json", file("red.png"), file("blue.png"));

        JsonArray images = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertEquals(0, status, err::toString);
        assertEquals(List.of("red", "blue"), List.of(label(images, 0, 0), label(images, 1, 0)));
        assertEquals(
                file("red.png"), images.get(0).getAsJsonObject().get("image").getAsString());
        double sum = score(images, 0, 0).get("probability").getAsDouble()
                + score(images, 0, 1).get("probability").getAsDouble();
        assertEquals(1, sum, 1e-9);
        assertEquals(1, score(images, 0, 0).get("cosine").getAsDouble(), 1e-6);
        assertEquals(10, score(images, 0, 0).get("logit").getAsDouble(), 1e-5, "10 is the double's logit scale");
        assertEquals("", err.toString());
    }

    @Test
    void anUnreadableFileIsNamedAndTheRestIsStillThere() throws IOException {
        Files.writeString(folder.resolve("letter.png"), "Dear Sir or Madam");

        int status = run(
                "classify",
                "--labels",
                "red,blue",
                "--format",
                "json",
                file("letter.png"),
                file("red.png"),
                file("no"));

        assertEquals(1, status);
        assertEquals(1, JsonParser.parseString(out.toString()).getAsJsonArray().size());
        assertTrue(err.toString().contains("letter.png") && err.toString().contains(file("no")), err::toString);
    }

    @Test
    void nothingReadableIsStillWellFormed() {
        int status = run("classify", "--labels", "red", "--format", "json", file("no"));

        assertEquals(1, status);
        assertEquals(new JsonArray(), JsonParser.parseString(out.toString()));
    }

    @Test
    void aFolderMeansItsPictures() {
        int status = run("classify", "--labels", "red,blue", "--format", "csv", folder.toString());

        List<String> lines = out.toString().lines().toList();
        assertEquals(0, status, err::toString);
        assertEquals("image,label,cosine,logit,probability", lines.getFirst());
        assertEquals(5, lines.size(), out::toString);
        assertTrue(lines.get(1).startsWith(file("blue.png") + ",blue,"), out::toString);
    }

    @Test
    void templatesAreAveraged() {
        int status = run(
                "classify",
                "--labels=red",
                "--template=a photo of {}",
                "--template={} on white",
                "--score=cosine",
                "--format=json",
                file("red.png"));

        // (1, 0, 0, 0.1) and (2, 1, 1, 0.1), each scaled to length 1, averaged, against (1, 0, 0, 0.1)
        double one = Math.sqrt(1.01);
        double two = Math.sqrt(6.01);
        double[] mean = {1 / one + 2 / two, 1 / two, 1 / two, 0.1 / one + 0.1 / two};
        double length = Math.sqrt(
                IntStream.range(0, 4).mapToDouble(i -> mean[i] * mean[i]).sum());
        JsonObject score = score(JsonParser.parseString(out.toString()).getAsJsonArray(), 0, 0);
        assertEquals(0, status, err::toString);
        assertEquals(
                (mean[0] + 0.1 * mean[3]) / one / length, score.get("cosine").getAsDouble(), 1e-6);
        assertTrue(score.get("probability").isJsonNull());
    }

    @Test
    void aWordTheModelNeverMetHasNoProbability() {
        int status = run("classify", "--labels", "red,giraffe", "--format", "json", file("red.png"));

        JsonObject unknown = score(JsonParser.parseString(out.toString()).getAsJsonArray(), 0, 1);
        assertEquals(0, status);
        assertEquals("giraffe", unknown.get("label").getAsString());
        assertTrue(unknown.get("probability").isJsonNull());
        assertTrue(err.toString().contains("giraffe"), err::toString);
    }

    @Test
    void embedWritesARowForEachImageAndItsSource() throws IOException {
        int status = run("embed", "--out", file("e.npy"), "--raw", file("red.png"), file("blue.png"));

        byte[] bytes = Files.readAllBytes(folder.resolve("e.npy"));
        float[] values = new float[16];
        ByteBuffer.wrap(bytes, bytes.length - 64, 64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        assertEquals(0, status, err::toString);
        assertArrayEquals(new float[] {1, 0, 0, 0, 0, 0, 0, 0.1f, 0, 0, 1, 0, 0, 0, 0, 0.1f}, values, 1e-6f);
        assertEquals(
                List.of("row,source", "0," + file("red.png"), "1," + file("blue.png")),
                Files.readAllLines(folder.resolve("e.csv")));
    }

    @Test
    void embedTakesTextsLineByLineEmptyOnesToo() throws IOException {
        Path texts = Files.writeString(folder.resolve("t.txt"), "red\n\nblue, \"sky\"\n");

        int status = run("embed", "--texts", texts.toString(), "--out", file("t.npy"));

        assertEquals(0, status, err::toString);
        assertEquals(
                List.of("row,source", "0,red", "1,", "2,\"blue, \"\"sky\"\"\""),
                Files.readAllLines(folder.resolve("t.csv")));
    }

    @Test
    void tokenizeWritesAnArrayALine() throws IOException {
        Path texts = Files.writeString(folder.resolve("t.txt"), "red car\nblue");

        assertEquals(0, run("tokenize", "--texts", texts.toString()));

        assertEquals(
                List.of("[1, 13, 13, 2]", "[1, 14, 2]"), out.toString().lines().toList());
    }

    @Test
    void aModelThatCannotBeUsedEndsWith2AndSaysWhy() {
        assertEquals(2, run("classify", "--model", "elsewhere", "--labels", "a", file("red.png")));
        assertTrue(err.toString().contains("elsewhere") && err.toString().contains("config.json"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void wrongUsageEndsWith2() {
        assertEquals(2, run("classify", file("red.png")), "no labels");
        assertEquals(2, run("classify", "--labels", " , ", file("red.png")), "only blank labels");
        assertEquals(2, run("classify", "--labels", "a"), "no images");
        assertEquals(2, run("classify", "--labels", "a", "--template", "no place", file("red.png")));
        assertEquals(2, run("classify", "--labels", "a", "--templates", "no-such-set", file("red.png")));
        assertEquals(2, run("classify", "--labels", "a", "--score", "sigmoid", file("red.png")));
        assertEquals(2, run("classify", "--labels", "a", "--precision", "fp7", file("red.png")));
        assertEquals(2, run("classify", "--labels-file", file("none.txt"), file("red.png")));
        assertEquals(2, run("embed", "--out", file("e.npy")), "neither texts nor images");
        assertEquals(2, run("tokenize"));
        assertEquals(2, run("--no-such-option"));
        assertEquals("", out.toString());
    }

    @Test
    void anOutputThatCannotBeWrittenEndsWith2() {
        assertEquals(2, run("embed", "--out", file("no/such/folder/e.npy"), file("red.png")));
        assertTrue(err.toString().contains("e.npy"), err::toString);
    }

    @Test
    void withoutACommandTheWindowOpensWithTheImages() {
        assertEquals(0, run("--model", "m", "a.png", "folder"));

        WindowRequest request = windows.getFirst();
        assertEquals(List.of(Path.of("a.png"), Path.of("folder")), request.images());
        assertEquals(Path.of("m"), request.model().orElseThrow());
    }

    @Test
    void aModelThatOtherProgramsDownloadedIsFoundByItsNameOnTheHub() throws IOException {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        Path place = folder.resolve("home/.cache/huggingface/hub/models--some--model");
        Path snapshot = Files.createDirectories(place.resolve("snapshots").resolve(commit));
        Files.writeString(Files.createDirectories(place.resolve("refs")).resolve("main"), commit);
        assertEquals(Path.of("some/model"), setup.place(Optional.of(Path.of("some/model"))), "no files yet");

        Path golden = Path.of("src", "test", "golden", "clip", "quick-gelu-f32");
        for (String name : List.of("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json")) {
            Files.copy(golden.resolve(name), snapshot.resolve(name));
        }
        assertEquals(snapshot, setup.place(Optional.of(Path.of("some/model"))));
        assertEquals(Path.of("some/other"), setup.place(Optional.of(Path.of("some/other"))));
    }

    /// Which way the arguments are read makes no difference: "--" is one that only people write.
    @Test
    void theStartOfADesktopAsksForWhatTheSameArgumentsAskFor() {
        assertEquals(0, run());
        assertEquals(0, run(file("red.png"), folder.toString()));
        assertEquals(0, run("--", file("red.png"), folder.toString()));
        assertEquals(0, run("--timings", file("red.png")));

        WindowRequest nothing = windows.getFirst();
        assertEquals(List.of(), nothing.images());
        assertTrue(nothing.model().isEmpty() && !nothing.start().ownWindow());
        List<Path> both = List.of(folder.resolve("red.png"), folder);
        assertEquals(both, windows.get(1).images());
        assertEquals(both, windows.get(2).images());
        assertTrue(windows.get(3).start().timings());
    }

    @Test
    void aWindowThatFailsEndsAsACommandDoes() {
        failure = Optional.of(new IllegalStateException("no display"));

        assertEquals(ExitStatus.DEFECT, run());
        String asDesktop = err.toString();
        err.getBuffer().setLength(0);
        assertEquals(ExitStatus.DEFECT, run("--new-window"));

        assertTrue(asDesktop.contains("no display"), asDesktop);
        assertEquals(err.toString().lines().findFirst(), asDesktop.lines().findFirst());
    }

    @Test
    void helpAndVersionAreResults() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("classify"));
        assertEquals(0, run("--version"));
        assertTrue(out.toString().contains("ClipScope 1.2.3"));
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "embed", "tokenize", "train"})
    void everyCommandExplainsItself(String command) {
        assertEquals(0, run(command, "--help"));

        assertTrue(out.toString().startsWith("Usage: clipscope " + command), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void aTextFileInAnotherEncodingIsRefusedByName() throws IOException {
        Path texts = Files.write(folder.resolve("t.txt"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(2, run("tokenize", "--texts", texts.toString()));
        assertTrue(err.toString().contains("t.txt") && err.toString().contains("UTF-8"), err::toString);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLabel() throws IOException {
        Path labels = Files.writeString(folder.resolve("l.txt"), "\uFEFFred\r\n\r\nblue\r\n");

        assertEquals(0, run("classify", "--labels-file", labels.toString(), "--format", "json", file("red.png")));

        JsonArray images = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertEquals(List.of("red", "blue"), List.of(label(images, 0, 0), label(images, 0, 1)));
    }

    @Test
    void tenThousandLabelsAreAllScored() throws IOException {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "red " + i).collect(Collectors.joining("\n"));
        Path labels = Files.writeString(folder.resolve("l.txt"), names);

        assertEquals(0, run("classify", "--labels-file", labels.toString(), "--format", "csv", file("red.png")));

        assertEquals(10_001, out.toString().lines().count());
    }

    /// A field with a comma, a quote or a line end stands in quotes, and a quote in it twice: RFC 4180.
    @Test
    void oddNamesKeepTheirPlaceInATable() throws IOException {
        Path odd = Files.copy(folder.resolve("red.png"), folder.resolve("a, b.png"));

        assertEquals(0, run("classify", "--labels", "red", "--format", "csv", odd.toString()));

        assertTrue(
                out.toString().lines().toList().getLast().startsWith('"' + odd.toString() + "\",red,"), out::toString);
    }

    @Test
    void aTemplateAndASetOfTemplatesExcludeEachOther() {
        assertEquals(2, run("classify", "--labels=a", "--template={}", "--templates=openai-7", file("red.png")));
        assertTrue(err.toString().contains("either --template or --templates"), err::toString);
    }

    @Test
    void doctorTellsTheSameInWordsAndForPrograms() {
        assertEquals(0, run("doctor"), err::toString);
        String words = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(0, run("doctor", "--json"), err::toString);
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();

        assertEquals("1.2.3", json.getAsJsonObject("program").get("version").getAsString());
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                json.getAsJsonObject("machine").get("processors").getAsInt());
        assertEquals(
                390e9, json.getAsJsonObject("operationsPerSecond").get("fp32").getAsDouble());
        assertEquals("cpu", json.getAsJsonObject("model").get("device").getAsString());
        for (String fact : List.of("PyTorch 2.7.1", "390 GFLOP/s in fp32", "settings.json")) {
            assertTrue(words.contains(fact), words);
        }
    }
}
