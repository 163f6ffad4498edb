package clipscope.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// NVIDIA's program that tells of its cards, for systems without `/proc/driver/nvidia`.
///
/// **Thread:** Stateless; waits for another program, so not for the JavaFX thread.
public final class NvidiaProgram {

    private static final long PATIENCE = 5; // seconds; with a broken driver it may never answer
    private static final List<String> USUAL =
            List.of("nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader");

    private final List<String> command;

    /// The one that is on the path.
    public NvidiaProgram() {
        this(USUAL);
    }

    NvidiaProgram(List<String> command) {
        this.command = List.copyOf(command);
    }

    /// {@return what it tells, nothing if it is not there}
    List<GraphicsCard> cards() {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS); // some lines fit into the pipe
                return ended && process.exitValue() == 0 ? parse(process) : List.of();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return List.of(); // no driver of NVIDIA's
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<GraphicsCard> parse(Process process) throws IOException {
        List<GraphicsCard> cards = new ArrayList<>();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            int comma = line.lastIndexOf(',');
            if (comma > 0) {
                cards.add(new GraphicsCard(
                        line.substring(0, comma).strip(),
                        "NVIDIA " + line.substring(comma + 1).strip(),
                        true));
            }
        }
        return cards;
    }
}
