package clipscope.bench;

import clipscope.clip.engine.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the system tells of itself.
final class ThisMachine {

    private static final Path PROCESS = Path.of("/proc/self/status"); // Linux

    private ThisMachine() {}

    static BenchReport.Machine describe() {
        return new BenchReport.Machine(
                Processor.name(),
                Runtime.getRuntime().availableProcessors(),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
                Runtime.version().toString());
    }

    /// {@return the most memory the process has had, in bytes}
    static OptionalLong peakMemory() {
        return value(PROCESS, "VmHWM").stream()
                .mapToLong(text -> 1024 * Long.parseLong(text.replace(" kB", "").strip()))
                .findFirst();
    }

    /// {@return what follows a name and a colon on a line}
    private static Optional<String> value(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty(); // another system
        }
    }
}
