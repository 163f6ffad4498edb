package clipscope.doctor;

import java.util.List;

/// The machine.
///
/// **Thread:** Immutable.
///
/// @param system name and version of the operating system
/// @param architecture of the processor, as Java calls it
public record MachineFacts(
        String system, String architecture, ProcessorFacts processor, MemoryFacts memory, List<GraphicsCard> cards) {

    public MachineFacts {
        cards = List.copyOf(cards);
    }

    /// Looks: some milliseconds, or seconds where NVIDIA's program is slow.
    public static MachineFacts look(SystemFiles files, NvidiaProgram program) {
        return new MachineFacts(
                system(files),
                System.getProperty("os.arch"),
                ProcessorFacts.look(files),
                MemoryFacts.look(files),
                GraphicsCard.look(files, program));
    }

    /// Linux is known by its distribution rather than by its kernel.
    private static String system(SystemFiles files) {
        String kernel = "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version"));
        return files.lines("etc/os-release").stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .map(name -> "%s (%s)".formatted(name, kernel))
                .findFirst()
                .orElse(kernel);
    }
}
