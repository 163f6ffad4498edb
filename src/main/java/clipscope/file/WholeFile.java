package clipscope.file;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a file whole or not at all: what stood there before stays until the new one is complete.
///
/// **Thread:** Stateless; not for the JavaFX thread.
public final class WholeFile {

    private static final Texts TEXTS = Texts.beside(WholeFile.class);

    private WholeFile() {}

    /// Writes the content.
    @FunctionalInterface
    public interface Content {

        void writeTo(Path file) throws IOException;
    }

    /// Writes text, in UTF-8.
    ///
    /// @throws ProblemException if the file cannot be written; then the target is as it was
    public static void write(Path target, String text) throws ProblemException {
        write(target, file -> Files.writeString(file, text));
    }

    /// Writes text, in UTF-8, into a folder that need not be there yet.
    ///
    /// @throws ProblemException if the file cannot be written; then the target is as it was
    public static void writeInNewFolder(Path target, String text) throws ProblemException {
        makeFolderOf(target);
        write(target, text);
    }

    /// Makes the folder of a file, if it is not there.
    ///
    /// @throws ProblemException if it cannot be made
    public static void makeFolderOf(Path target) throws ProblemException {
        try {
            Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(target, reason(e)), e);
        }
    }

    /// Writes what only a file can be given. What a link points to is written, the link stays.
    ///
    /// @throws ProblemException if the file cannot be written; then the target is as it was
    public static void write(Path target, Content content) throws ProblemException {
        Draft draft = Draft.of(target);
        try {
            draft.write(content);
            draft.replace();
        } finally {
            Partials.delete(draft.partial());
        }
    }

    /// Writes two files that belong together: neither takes its place before both are complete.
    ///
    /// @throws ProblemException if one of them cannot be written; then both targets are as they were,
    ///     unless the system refuses to move the second, which was complete
    public static void writePair(Path first, Content ofFirst, Path second, Content ofSecond) throws ProblemException {
        Draft one = Draft.of(first);
        Draft other = Draft.of(second);
        try {
            one.write(ofFirst);
            other.write(ofSecond);
            one.replace();
            other.replace();
        } finally {
            Partials.delete(one.partial());
            Partials.delete(other.partial());
        }
    }

    /// Deletes what writings have left in a folder that were killed.
    ///
    /// @param folder need not be there
    public static void sweep(Path folder) {
        Partials.in(folder).forEach(Partials::delete);
    }

    /// {@return why something cannot be written, in a few words}
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> TEXTS.get("refused");
            case NoSuchFileException _ -> TEXTS.get("gone");
            case FileAlreadyExistsException _ -> TEXTS.get("taken");
            case FileSystemException known when known.getReason() != null -> plain(known.getReason());
            default -> plain(e.getMessage());
        };
    }

    private static String plain(@Nullable String reason) {
        return switch (reason) {
            case null -> TEXTS.get("disk");
            case "No space left on device", "There is not enough space on the disk" -> TEXTS.get("full");
            case "Read-only file system" -> TEXTS.get("read.only");
            default -> reason;
        };
    }

    /// A file that is being written beside the place that it will take.
    ///
    /// @param target as it was named
    /// @param place what the target is, links followed
    private record Draft(Path target, Path place, Path partial) {

        static Draft of(Path target) throws ProblemException {
            try {
                Path place = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
                if (Files.exists(place) && !Files.isWritable(place)) {
                    throw new AccessDeniedException(place.toString()); // a new file would break its protection
                }
                Partials.of(place).forEach(Partials::delete);
                return new Draft(target, place, Partials.next(place));
            } catch (IOException e) {
                throw new ProblemException(new Problem.UnwritableFile(target, reason(e)), e);
            }
        }

        /// Forces it to the disk too: else a power cut could leave the new name with nothing under it.
        void write(Content content) throws ProblemException {
            try {
                content.writeTo(partial);
                narrow();
                try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            } catch (IOException e) {
                throw new ProblemException(new Problem.UnwritableFile(target, reason(e)), e);
            }
        }

        /// What others must not read or write stays so; what was just made for fewer stays for those.
        private void narrow() throws IOException {
            PosixFileAttributeView old = Files.getFileAttributeView(place, PosixFileAttributeView.class);
            if (old != null && Files.exists(place)) {
                Set<PosixFilePermission> both = new HashSet<>(Files.getPosixFilePermissions(partial));
                both.retainAll(old.readAttributes().permissions());
                Files.setPosixFilePermissions(partial, both);
            }
        }

        /// In one step of the system: a move that only replaces deletes the old file first.
        void replace() throws ProblemException {
            try {
                try {
                    Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
                } catch (AtomicMoveNotSupportedException _) { // a few network disks
                    Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new ProblemException(new Problem.UnwritableFile(target, reason(e)), e);
            }
        }
    }
}
