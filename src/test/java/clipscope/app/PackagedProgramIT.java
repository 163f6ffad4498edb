package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Starts the packaged program as a process, as a person or a script does, with the bundled model and real
/// files.
class PackagedProgramIT {

    private static final int SECONDS = 120; // a first start unpacks the engine, and the machine may be busy

    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return runWith(Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()), arguments);
    }

    private Ended runWith(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        command.add(Path.of(System.getProperty("clipscope.home"), "bin", windows ? "clipscope.bat" : "clipscope")
                .toString());
        command.addAll(List.of(arguments));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CLIPSCOPE_JAVA", System.getProperty("java.home"));
        builder.environment().remove("XDG_CONFIG_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "it did not end");
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path circle(String name, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 200);
        graphics.setColor(colour);
        graphics.fillOval(100, 50, 100, 100);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
        return file;
    }

    private static String best(JsonArray images, int image) {
        return images.get(image)
                .getAsJsonObject()
                .getAsJsonArray("scores")
                .get(0)
                .getAsJsonObject()
                .get("label")
                .getAsString();
    }

    @Test
    void classifyNamesWhatIsDrawnAndWhatCannotBeRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");

        Ended ended = run(
                "classify",
                "--labels",
                "red circle,blue circle,green star,yellow square",
                "--template",
                "a drawing of a {}",
                "--format",
                "json",
                circle("a.png", Color.RED).toString(),
                broken.toString(),
                circle("b.jpg", Color.BLUE).toString());

        JsonArray images = JsonParser.parseString(ended.out()).getAsJsonArray();
        assertEquals(1, ended.status(), ended::err);
        assertEquals(List.of("red circle", "blue circle"), List.of(best(images, 0), best(images, 1)));
        assertTrue(ended.err().contains("broken.png"), ended::err);
        assertEquals(1, ended.err().lines().count(), ended::err);
    }

    @Test
    void allReadableEndsWith0AndSilence() throws Exception {
        Ended ended = run(
                "classify",
                "--labels",
                "circle,star",
                circle("a.png", Color.RED).toString());

        assertEquals(0, ended.status(), ended::err);
        assertEquals("", ended.err());
        assertTrue(ended.out().contains("circle"));
    }

    @Test
    void noModelEndsWith2() throws Exception {
        Ended ended = run("classify", "--model", folder.toString(), "--labels", "a,b", "x.png");

        assertEquals(2, ended.status());
        assertTrue(ended.err().contains(folder.toString()), ended::err);
        assertEquals("", ended.out());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsFolderIsInTheHomeThatTheShellKnows() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));

        assertEquals(0, runWith(Map.of("HOME", home.toString()), "--version").status());

        assertTrue(Files.isDirectory(home.resolve(".config/clipscope/logs")));
    }
}
