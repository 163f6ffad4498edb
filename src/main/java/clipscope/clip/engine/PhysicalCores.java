package clipscope.clip.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// How many cores there are to compute with.
///
/// Two threads on one core share its arithmetic units, so matrix products gain nothing from the second.
final class PhysicalCores {

    private static final Path LINUX_TOPOLOGY = Path.of("/sys/devices/system/cpu");

    private PhysicalCores() {}

    /// {@return the number of physical cores, but no more than the processors that this process may use}
    static int available() {
        int processors = Runtime.getRuntime().availableProcessors();
        int cores = countIn(LINUX_TOPOLOGY);
        return cores == 0 ? processors : Math.min(processors, cores);
    }

    /// {@return the number of distinct cores in a folder laid out like Linux' `/sys/devices/system/cpu`, 0 if
    /// it is none}
    static int countIn(Path topology) {
        Set<String> cores = new HashSet<>();
        try (DirectoryStream<Path> processors = Files.newDirectoryStream(topology, "cpu[0-9]*")) {
            for (Path processor : processors) {
                Path siblings = processor.resolve("topology/thread_siblings_list");
                if (Files.isReadable(siblings)) {
                    cores.add(Files.readString(siblings).strip());
                }
            }
        } catch (IOException _) {
            return 0; // not Linux, or a system that hides its processors
        }
        return cores.size();
    }
}
