package clipscope.clip.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The processor of this machine.
public final class Processor {

    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo"); // Linux

    private Processor() {}

    /// {@return its name as the system has it; where that does not tell, the name of its architecture}
    public static String name() {
        return linux().or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))) // Windows
                .orElse(System.getProperty("os.arch", "unknown"));
    }

    /// {@return how many cores there are to compute with}
    public static int cores() {
        return PhysicalCores.available();
    }

    private static Optional<String> linux() {
        try {
            return Files.readAllLines(DESCRIPTION).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty(); // another system
        }
    }
}
