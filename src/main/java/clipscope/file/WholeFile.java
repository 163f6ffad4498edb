package clipscope.file;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

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

    /// Writes what only a file can be given.
    ///
    /// @throws ProblemException if the file cannot be written; then the target is as it was
    public static void write(Path target, Content content) throws ProblemException {
        Path place = target.toAbsolutePath();
        try {
            // two windows may write the same file at once
            Path partial = place.resolveSibling(".%s.%d.part"
                    .formatted(place.getFileName(), ProcessHandle.current().pid()));
            try {
                content.writeTo(partial);
                Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(target, reason(e)), e);
        }
    }

    /// {@return why something cannot be written, in a few words}
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> TEXTS.get("refused");
            case NoSuchFileException _ -> TEXTS.get("gone");
            case FileSystemException known
            when known.getReason() != null -> Objects.requireNonNullElse(known.getReason(), "");
            default -> Objects.requireNonNullElseGet(e.getMessage(), () -> TEXTS.get("disk"));
        };
    }
}
