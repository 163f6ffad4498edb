package clipscope.app;

import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Downloads that are killed at moments nobody chose, and gone on with. The server is slow, so that a
/// download takes longer than its life.
final class KilledDownloads {

    private static final Path GOLDEN = Path.of("src/test/golden/clip/quick-gelu-f32");
    private static final List<String> NAMES =
            List.of("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json");
    private static final int LONGEST = 5000; // ms
    private static final int PIECE = 3_000; // bytes
    private static final int PAUSE = 100; // ms
    private static final int SECONDS = 120;

    private final Path config;
    private final Random random;

    KilledDownloads(Path config, Random random) {
        this.config = config;
        this.random = random;
    }

    /// {@return what went wrong}
    List<String> rounds(int count) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        Path shelf = config.resolve("clipscope/models");
        Files.createDirectories(shelf);
        try (BadServer server = new BadServer()) {
            for (String name : NAMES) {
                server.put(DownloadTrial.path(name), Files.readAllBytes(GOLDEN.resolve(name)));
                for (int i = 0; i < count; i++) {
                    server.then(DownloadTrial.path(name), server.slowly(PIECE, PAUSE));
                }
            }
            for (int round = 1; round <= count; round++) {
                Process process = start(server);
                process.waitFor(random.nextInt(LONGEST), TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
                List<String> offered = DownloadTrial.notes(shelf);
                if (!offered.isEmpty() && !whole(shelf)) {
                    wrong.add("half a model is offered");
                }
                System.out.printf(
                        "downloading %2d: %,d bytes sent so far; offered: %s%n", round, server.sent(), offered);
            }
            Process last = start(server);
            if (!last.waitFor(SECONDS, TimeUnit.SECONDS) || last.exitValue() != 0 || !whole(shelf)) {
                wrong.add("the last download is not whole: " + Files.readString(config.resolve("stderr")));
            }
            System.out.printf("downloading   : whole after %,d bytes were sent%n", server.sent());
        }
        return wrong;
    }

    private static boolean whole(Path shelf) throws IOException {
        for (String name : NAMES) {
            Path file = shelf.resolve("some--model").resolve(name);
            if (!Files.exists(file)
                    || !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(GOLDEN.resolve(name)))) {
                return false;
            }
        }
        return true;
    }

    private Process start(BadServer server) throws IOException {
        List<String> command = JavaCommand.of(Main.class, List.of());
        command.addAll(DownloadTrial.ARGUMENTS);
        return new DownloadTrial(config, server).start(new ProcessBuilder(command), config);
    }
}
