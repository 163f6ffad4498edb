package clipscope.ui.grid;

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
final class ExportFile {

    private ExportFile() {}

    /// Writes the content.
    @FunctionalInterface
    interface Content {

        void writeTo(Path file) throws IOException;
    }

    /// @throws ProblemException if the file cannot be written; then the target is as it was
    static void write(Path target, Content content) throws ProblemException {
        Path place = target.toAbsolutePath();
        try {
            Path partial = place.resolveSibling("." + place.getFileName() + ".part");
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

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "the system does not allow it";
            case NoSuchFileException _ -> "the folder is not there";
            case FileSystemException known
            when known.getReason() != null -> Objects.requireNonNullElse(known.getReason(), "");
            default -> Objects.requireNonNullElse(e.getMessage(), "the disk did not take it");
        };
    }
}
