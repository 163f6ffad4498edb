package clipscope.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/// A file, or a folder with all that is in it.
///
/// **Thread:** Stateless.
public final class Tree {

    private Tree() {}

    /// Deletes it, if it is there. Links are deleted, not what they lead to.
    ///
    /// @return how many bytes its files had
    /// @throws IOException if something cannot be deleted; what was deleted before stays so
    public static long delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        long freed = 0;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                freed += Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) ? Files.size(each) : 0;
                Files.delete(each);
            }
        } catch (UncheckedIOException e) { // from the walk
            throw Objects.requireNonNull(e.getCause());
        }
        return freed;
    }
}
