package clipscope.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that are being written, beside what they will replace, each with the number of its process and one
/// of its own: windows, and threads of one window, may write the same file at once.
///
/// **Thread:** Thread-safe.
final class Partials {

    private static final Pattern NAME =
            Pattern.compile("\\.(?<target>.+)\\.(?<process>\\d{1,18})-\\d{1,18}\\.part", Pattern.DOTALL);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private Partials() {}

    /// {@return the next for a file, which is not there}
    static Path next(Path place) throws IOException {
        Path partial = place.resolveSibling(".%s.%d-%d.part"
                .formatted(place.getFileName(), ProcessHandle.current().pid(), NUMBERS.incrementAndGet()));
        Files.deleteIfExists(partial); // of a process that had the same number
        return partial;
    }

    /// {@return what processes that are gone have left of a file}
    static List<Path> of(Path place) {
        String target = String.valueOf(place.getFileName());
        return left(place.resolveSibling(""), target::equals);
    }

    /// {@return what processes that are gone have left in a folder}
    static List<Path> in(Path folder) {
        return left(folder, _ -> true);
    }

    private static List<Path> left(Path folder, Predicate<String> targets) {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && targets.test(name.group("target")) && gone(name.group("process"))) {
                    left.add(file);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of(); // whoever writes there says what is wrong
        }
        return left;
    }

    private static boolean gone(String process) {
        return ProcessHandle.of(Long.parseLong(process))
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException _) {
            // it is in nobody's way: the next writing has a name of its own
        }
    }
}
