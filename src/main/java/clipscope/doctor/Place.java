package clipscope.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A file or folder in which the program keeps something.
///
/// **Thread:** Immutable.
///
/// @param name what is kept there: "settings"
/// @param there whether it is
/// @param bytes of all files in it
public record Place(String name, Path path, boolean there, long bytes) {

    /// Looks how large it is. Reads folders: not for the JavaFX thread.
    static Place look(String name, Path path) {
        return new Place(name, path, Files.exists(path), size(path));
    }

    private static long size(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(Place::sizeOfFile)
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0; // not there, or gone meanwhile
        }
    }

    private static long sizeOfFile(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0; // gone meanwhile
        }
    }
}
