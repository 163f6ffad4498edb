package clipscope.clip;

import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files as they were when they were opened, to be told from what may lie there later.
///
/// **Thread:** Immutable; looks at files.
final class FileStamps {

    private final Map<Path, Stamp> stamps;

    /// @param modified in milliseconds since 1970
    /// @param key tells the file from another of its name; null where the system has none
    private record Stamp(long size, long modified, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.size(), now.lastModifiedTime().toMillis(), now.fileKey());
        }

        boolean sameContent(Stamp other) {
            return size == other.size && modified == other.modified;
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
                if (!Stamp.of(each.getKey()).sameContent(each.getValue())) {
                    return Optional.of(new Problem.ModelChanged(each.getKey(), false));
                }
            } catch (NoSuchFileException _) {
                return Optional.of(new Problem.ModelChanged(each.getKey(), true));
            } catch (IOException _) {
                // a disk that does not answer says nothing; the other files may lie elsewhere
            }
        }
        return Optional.empty();
    }

    /// {@return a file that was written over where it lies; empty if there is none}
    ///
    /// Who computes with a mapping of it would compute with other numbers, or end if it became shorter. A
    /// file that was deleted, or replaced by another of its name, is still whole below a mapping.
    Optional<Problem> writtenOver() {
        for (Map.Entry<Path, Stamp> each : stamps.entrySet()) {
            try {
                Stamp now = Stamp.of(each.getKey());
                if (Objects.equals(now.key(), each.getValue().key()) && !now.sameContent(each.getValue())) {
                    return Optional.of(new Problem.ModelChanged(each.getKey(), false));
                }
            } catch (IOException _) {
                // gone, or not to be seen: the mapping has it
            }
        }
        return Optional.empty();
    }

    /// {@return sizes and times, for a hash: the same whatever the order of the files}
    @Override
    public String toString() {
        return stamps.values().stream()
                .sorted(Comparator.comparingLong(Stamp::size).thenComparingLong(Stamp::modified))
                .map(stamp -> "%d at %d".formatted(stamp.size(), stamp.modified()))
                .toList()
                .toString();
    }
}
