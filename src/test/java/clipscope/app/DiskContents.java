package clipscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All files of a folder with what is in them, but for logs, locks and what fills the disk.
final class DiskContents {

    private static final String NO_CONTENT = ".*\\.(log|log\\.lck|lck|lock)|filler";

    private final Path folder;
    private final Map<Path, byte[]> files = new TreeMap<>();

    private DiskContents(Path folder) {
        this.folder = folder;
    }

    static DiskContents of(Path folder) throws IOException {
        DiskContents contents = new DiskContents(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.isReadable(file) && !file.getFileName().toString().matches(NO_CONTENT)) {
                    contents.files.put(file, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    int size() {
        return files.size();
    }

    /// {@return files that are gone since, or have another content}
    List<Path> lost(DiskContents since) {
        return files.entrySet().stream()
                .filter(file -> !Arrays.equals(file.getValue(), since.files.get(file.getKey())))
                .map(Entry::getKey)
                .toList();
    }

    /// {@return files that have come since}
    List<Path> added(DiskContents since) {
        List<Path> added = new ArrayList<>(since.files.keySet());
        added.removeAll(files.keySet());
        return added;
    }

    /// {@return the lengths of those that have come since, or have another content, but for the table of a
    /// training, which tells seconds}
    Map<Path, Integer> changed(DiskContents since) {
        Map<Path, Integer> changed = new TreeMap<>();
        since.files.forEach((file, bytes) -> {
            if (!Arrays.equals(bytes, files.get(file)) && !file.endsWith("learned.csv")) {
                changed.put(folder.relativize(file), bytes.length);
            }
        });
        return changed;
    }

    /// Makes the folder what it was.
    void restore() throws IOException {
        DiskContents now = of(folder);
        for (Path file : added(now)) {
            Files.delete(file);
        }
        for (Path file : lost(now)) {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, files.get(file));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(each) && !each.equals(folder) && holdsNothing(each)) {
                    Files.delete(each);
                }
            }
        }
    }

    private static boolean holdsNothing(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
