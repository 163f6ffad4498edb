package clipscope.clip.weights.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files that nobody writes over while a mapping of them is computed with: to read what was cut off ends the
/// process. Who wants to write waits until they are released, which is some tenths of a second.
///
/// Linux has leases, for a person's own files on disks of the machine. Windows lets nobody cut a mapped file
/// anyway. Elsewhere nothing is held.
///
/// **Thread:** Confined to the thread that computes.
///
/// **Memory:** owns a descriptor of each file until [#close()].
public final class HeldFiles implements AutoCloseable {

    private final List<Held> files;

    private record Held(Path path, int descriptor) {}

    private HeldFiles(List<Held> files) {
        this.files = List.copyOf(files);
    }

    /// {@return those of the files that can be held}
    public static HeldFiles of(List<Path> paths) {
        List<Held> files = new ArrayList<>();
        if (LinuxFiles.here()) {
            for (Path path : paths) {
                int descriptor = LinuxFiles.open(path);
                if (descriptor >= 0) {
                    addIfHoldable(new Held(path, descriptor), files);
                }
            }
        }
        return new HeldFiles(files);
    }

    private static void addIfHoldable(Held file, List<Held> files) {
        if (LinuxFiles.lease(file.descriptor)) {
            LinuxFiles.give(file.descriptor);
            files.add(file);
        } else {
            LinuxFiles.close(file.descriptor);
        }
    }

    /// Lets writers wait from now on.
    ///
    /// @return a file that somebody is about to write over, or does so already
    public Optional<Path> hold() {
        return files.stream()
                .filter(file -> !LinuxFiles.lease(file.descriptor))
                .map(Held::path)
                .findFirst();
    }

    /// Lets writers go on.
    public void release() {
        files.forEach(file -> LinuxFiles.give(file.descriptor));
    }

    @Override
    public void close() {
        files.forEach(file -> LinuxFiles.close(file.descriptor));
    }
}
