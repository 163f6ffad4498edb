package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the packaged program in the middle of a download, as a power cut does, and starts it again.
class KilledDownloadIT {

    private static final Path GOLDEN = Path.of("src/test/golden/clip/quick-gelu-f32");
    private static final List<String> NAMES =
            List.of("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json");
    private static final String WEIGHTS = DownloadTrial.path("model.safetensors");
    private static final int STEP = 100_000; // bytes between two deaths
    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void aDownloadThatWasKilledThreeTimesIsWholeInTheEndAndNoByteCameTwice() throws Exception {
        Path shelf = folder.resolve("config/clipscope/models");
        CountDownLatch over = new CountDownLatch(1);
        byte[] weights = Files.readAllBytes(GOLDEN.resolve("model.safetensors"));
        try (BadServer server = new BadServer()) {
            for (String name : NAMES) {
                server.put(DownloadTrial.path(name), Files.readAllBytes(GOLDEN.resolve(name)));
            }
            for (int death = 1; death <= 3; death++) {
                server.then(WEIGHTS, server.stopAt(death * STEP, over));
            }
            for (int death = 1; death <= 3; death++) {
                Process process = start(server);
                killAt((long) death * STEP, process, shelf.resolve(".downloads/some--model/model.safetensors.part"));

                assertEquals(List.of(), DownloadTrial.notes(shelf), "half a model is not offered");
            }
            Process last = start(server);
            assertTrue(last.waitFor(SECONDS, TimeUnit.SECONDS), "it did not end");
            over.countDown();

            assertEquals(0, last.exitValue(), Files.readString(folder.resolve("stderr")));
            assertEquals("some--model\n", Files.readString(folder.resolve("stdout")));
            assertEquals(List.of("some--model.json"), DownloadTrial.notes(shelf));
            for (String name : NAMES) {
                assertArrayEquals(
                        Files.readAllBytes(GOLDEN.resolve(name)),
                        Files.readAllBytes(shelf.resolve("some--model").resolve(name)),
                        name);
                int times = name.equals("model.safetensors") ? 4 : 1;
                assertEquals(times, server.requests(DownloadTrial.path(name)).size(), name);
            }
            long small = 0;
            for (String name : NAMES) {
                small += name.equals("model.safetensors") ? 0 : Files.size(GOLDEN.resolve(name));
            }
            assertEquals(weights.length + small, server.sent());
        }
    }

    private static void killAt(long bytes, Process process, Path part) throws IOException, InterruptedException {
        while (!Files.exists(part) || Files.size(part) < bytes) {
            assertFalse(process.waitFor(10, TimeUnit.MILLISECONDS), "it ended by itself");
        }
        process.destroyForcibly().waitFor();
    }

    private Process start(BadServer server) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path launcher = Path.of(System.getProperty("clipscope.home"), "bin", windows ? "clipscope.bat" : "clipscope");
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(DownloadTrial.ARGUMENTS);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLIPSCOPE_JAVA", System.getProperty("java.home"));
        return new DownloadTrial(folder, server).start(builder, folder.resolve("config"));
    }
}
