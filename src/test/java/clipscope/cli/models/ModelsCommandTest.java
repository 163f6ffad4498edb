package clipscope.cli.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.cli.Commands;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.WindowRequest;
import clipscope.cli.io.CommandIo;
import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.doctor.Doctor;
import clipscope.session.desk.Desk;
import clipscope.task.Runners;
import clipscope.zoo.Shelf;
import clipscope.zoo.download.Zoo;
import clipscope.zoo.download.Zoos;
import clipscope.zoo.graphics.GraphicsBuild;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

    private static final Path GOLDEN = Path.of("src/test/golden/clip/quick-gelu-f32");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showTellsWhatIsReadAndWhatIsAssumed() throws Exception {
        copyOfTheGolden();
        Files.writeString(
                folder.resolve("config.json"),
                Files.readString(folder.resolve("config.json")).replaceAll("\"hidden_act\": \"quick_gelu\",\\s*", ""));

        assertEquals(0, run("models", "show", folder.toString(), "--format", "json"));

        JsonObject activation = line("What its files say", "image tower, activation");
        assertEquals("quick_gelu", activation.get("value").getAsString());
        assertEquals("ASSUMED", activation.get("mark").getAsString());
        assertEquals(
                "no vision_config.hidden_act in config.json",
                activation.get("note").getAsString());
        assertEquals(
                "READ",
                line("What its files say", "image tower, width").get("mark").getAsString());
    }

    @Test
    void aGoodModelPassesAllTests() {
        assertEquals(0, run("models", "verify", GOLDEN.toString()));

        assertTrue(out.toString().contains("All 10 tests passed."), out::toString);
        // its old position_ids are no weight
        assertTrue(out.toString().contains("text_model.embeddings.position_ids"), out::toString);
    }

    @Test
    void theBundledModelIsVerifiedIfNoneIsNamed() {
        assertEquals(0, run("models", "show"));

        assertTrue(out.toString().contains("quick-gelu-f32"), out::toString);
    }

    @Test
    void aWeightThatIsNoNumberFailsTheCertificateThoughNoTextReadsIt() throws Exception {
        copyOfTheGolden();
        poisonAToken();

        assertEquals(1, run("models", "verify", folder.toString(), "--format", "json"));

        JsonObject weights = line("Weights", "NaN or infinite weights");
        assertEquals("FAILED", weights.get("mark").getAsString());
        assertEquals(
                "text_model.embeddings.token_embedding.weight: 1 NaN, 0 infinite",
                weights.get("note").getAsString());
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertEquals(2, run("models", "verify", folder.toString()));

        assertTrue(err.toString().contains("is no CLIP model"), err::toString);
    }

    /// Writes NaN into the state of a token that no text of the self-test has.
    private void poisonAToken() throws Exception {
        Path file = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerBytes = (int) buffer.getLong(0);
        JsonObject header = JsonParser.parseString(new String(bytes, 8, headerBytes, StandardCharsets.UTF_8))
                .getAsJsonObject();
        int begin = header.getAsJsonObject("text_model.embeddings.token_embedding.weight")
                .getAsJsonArray("data_offsets")
                .get(0)
                .getAsInt();
        int second = Float.BYTES * 32; // after the 32 numbers of token 0, with which short texts are filled up
        buffer.putFloat(8 + headerBytes + begin + second, Float.NaN);
        Files.write(file, bytes);
    }

    @Test
    void aModelIsTakenInUsedByItsNameAndRemoved() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        for (String name : List.of("config.json", "model.safetensors", "tokenizer.json", "preprocessor_config.json")) {
            Files.copy(GOLDEN.resolve(name), mine.resolve(name));
        }
        assertEquals(0, run("models", "import", mine.resolve("config.json").toString(), "--copy"));
        assertEquals("mine\n", out.toString());
        Files.delete(mine.resolve("model.safetensors")); // the copy does not need it

        out.getBuffer().setLength(0);
        assertEquals(0, run("models", "list"));
        assertEquals("mine\tcopied\t%s\n".formatted(folder.resolve("shelf/mine")), out.toString());
        assertEquals(0, run("models", "verify", "mine"));

        assertEquals(0, run("models", "remove", "mine"));
        assertTrue(err.toString().contains("mine removed, "), err::toString);
        out.getBuffer().setLength(0);
        assertEquals(0, run("models", "list"));
        assertEquals("", out.toString());
        assertEquals(2, run("models", "remove", "mine"));
    }

    @Test
    void aModelThatFailsItsTestIsNotTaken() throws Exception {
        copyOfTheGolden();
        poisonAToken();

        assertEquals(1, run("models", "import", folder.toString()));

        assertTrue(out.toString().contains("FAILED"), out::toString);
        assertTrue(new Shelf(folder.resolve("shelf")).models().isEmpty());
    }

    private JsonObject line(String section, String name) {
        for (JsonElement each :
                JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("sections")) {
            JsonObject found = each.getAsJsonObject();
            if (found.get("title").getAsString().equals(section)) {
                return found.getAsJsonArray("lines").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(line -> line.get("name").getAsString().equals(name))
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("no section " + section);
    }

    private void copyOfTheGolden() throws Exception {
        for (String name : List.of("config.json", "model.safetensors", "tokenizer.json", "preprocessor_config.json")) {
            Files.copy(GOLDEN.resolve(name), folder.resolve(name));
        }
    }

    private int run(String... arguments) {
        CommandIo io = new CommandIo(new PrintWriter(out, true), new PrintWriter(err, true), false);
        return new Commands(setup, io).run(arguments);
    }

    private final CommandSetup setup = new CommandSetup() {
        @Override
        public Desk desk(Runners runners) {
            throw new AssertionError("the command needs no session");
        }

        @Override
        public Path bundledModel() {
            return GOLDEN;
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
            throw new AssertionError("no test asks for it");
        }

        @Override
        public Doctor doctor() {
            throw new AssertionError("no test asks for it");
        }

        @Override
        public String version() {
            return "0";
        }

        @Override
        public int openWindow(WindowRequest request) {
            throw new AssertionError("the command opens no window");
        }
    };
}
