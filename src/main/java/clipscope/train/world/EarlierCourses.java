package clipscope.train.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the folder of a model tells of how it was trained, read before it may be written over.
///
/// **Thread:** Immutable.
///
/// @param commands on its card, in their order
/// @param curve the table beside it, or nothing
record EarlierCourses(List<String> commands, String curve) {

    private static final String COMMAND = "clipscope train --drawings";

    EarlierCourses {
        commands = List.copyOf(commands);
    }

    /// {@return what a folder tells}
    ///
    /// @param from a model folder of this training, if it begins with one
    static EarlierCourses of(Optional<Path> from) throws IOException {
        if (from.isEmpty()) {
            return new EarlierCourses(List.of(), "");
        }
        String card = text(from.get().resolve(NanoFolder.CARD));
        List<String> commands =
                card.lines().filter(line -> line.startsWith(COMMAND)).toList();
        return new EarlierCourses(commands, text(from.get().resolve(NanoFolder.CURVE)));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
