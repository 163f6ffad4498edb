package clipscope.clip;

import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files as they were when they were opened, to be told from what may lie there later.
///
/// **Thread:** Immutable; looks at files.
final class FileStamps {

    private final Map<Path, Stamp> stamps;

    /// @param modified in milliseconds since 1970
    private record Stamp(long size, long modified) {

        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    private FileStamps(Map<Path, Stamp> stamps) {
        this.stamps = Map.copyOf(stamps);
    }

    /// Looks at files as they are now; one that cannot be looked at is left out.
    static FileStamps of(List<Path> files) {
        Map<Path, Stamp> stamps = new LinkedHashMap<>();
        for (Path file : files) {
            stamp(file).ifPresent(stamp -> stamps.put(file, stamp));
        }
        return new FileStamps(stamps);
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            return Optional.of(Stamp.of(file));
        } catch (IOException _) {
            return Optional.empty(); // whoever reads it says so
        }
    }

    /// {@return what has become of one of the files since; empty if nothing has}
    Optional<Problem> changed() {
        for (Map.Entry<Path, Stamp> each : stamps.entrySet()) {
            try {
                if (!Stamp.of(each.getKey()).equals(each.getValue())) {
                    return Optional.of(new Problem.ModelChanged(each.getKey(), false));
                }
            } catch (NoSuchFileException _) {
                return Optional.of(new Problem.ModelChanged(each.getKey(), true));
            } catch (IOException _) {
                return Optional.empty(); // a disk that does not answer says nothing
            }
        }
        return Optional.empty();
    }

    /// {@return sizes and times, for a hash}
    @Override
    public String toString() {
        return stamps.values().stream()
                .sorted((a, b) -> Long.compare(a.size(), b.size()))
                .toList()
                .toString();
    }
}
