package clipscope.doctor;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files in which Linux tells of the machine. Other systems have none of them.
///
/// **Thread:** Immutable; reads files.
///
/// @param root `/`, or a test's folder
public record SystemFiles(Path root) {

    /// Those of the machine.
    public static final SystemFiles OF_MACHINE = new SystemFiles(Path.of("/"));

    /// {@return the lines of a file, none if it cannot be read}
    List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException _) {
            return List.of();
        }
    }

    /// {@return what follows a name and a colon on the first line that has it}
    Optional<String> value(String file, String name) {
        return lines(file).stream()
                .filter(line -> line.contains(":")
                        && line.substring(0, line.indexOf(':')).strip().equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /// {@return what is in a folder, by name; nothing if there is none}
    List<Path> in(String folder, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve(folder), pattern)) {
            all.forEach(found::add);
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        found.sort(null);
        return found;
    }
}
