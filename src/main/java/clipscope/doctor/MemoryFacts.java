package clipscope.doctor;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/// The memory, in bytes.
///
/// **Thread:** Immutable.
///
/// @param total of the machine
/// @param available without taking any from other programs; empty where the system does not tell
/// @param allowed what this program may use, if that is less than there is, as in a container
/// @param java what Java itself takes at most; weights and tensors lie outside
public record MemoryFacts(long total, Optional<Long> available, Optional<Long> allowed, long java) {

    static MemoryFacts look(SystemFiles files) {
        long allowed =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        long total = kilobytes(files, "MemTotal").orElse(allowed);
        return new MemoryFacts(
                total,
                kilobytes(files, "MemAvailable"),
                Optional.of(allowed).filter(bytes -> bytes > 0 && bytes < total),
                Runtime.getRuntime().maxMemory());
    }

    private static Optional<Long> kilobytes(SystemFiles files, String name) {
        return files.value("proc/meminfo", name)
                .filter(text -> text.matches("[0-9]{1,15} kB"))
                .map(text -> 1024 * Long.parseLong(text.substring(0, text.indexOf(' '))));
    }
}
