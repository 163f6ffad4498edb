package clipscope.image;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a file that may be anything: a folder, a pipe that nobody writes to, gigabytes of something else.
final class FileBytes {

    /// Above every picture within the limit of 100 megapixels: 16 bits, four channels, and room for metadata.
    private static final long MAX_BYTES = 1L << 30;

    private FileBytes() {}

    /// {@return the whole file, if its first bytes are those of an image}
    ///
    /// **Errors:** a file that is not there, not a file, not readable, empty, too long, or no image.
    static byte[] ofImage(Path path) throws ProblemException {
        try {
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(irregular(path));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] head = in.readNBytes(ImageFormat.HEAD_BYTES);
                if (ImageFormat.sniff(head).isEmpty()) {
                    throw new ProblemException(new Problem.UnreadableImage(path.toString(), notAPicture(head)));
                }
                return readRest(path, head, in);
            }
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(path), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, "no permission to read it"), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, "the system could not read it"), e);
        }
    }

    private static byte[] readRest(Path path, byte[] head, InputStream in) throws IOException, ProblemException {
        long size = Files.size(path);
        if (size > MAX_BYTES) {
            throw new ProblemException(new Problem.UnreadableImage(
                    path.toString(), "the file has %d MB, the limit is %d".formatted(size >> 20, MAX_BYTES >> 20)));
        }
        byte[] rest = in.readNBytes((int) MAX_BYTES - head.length); // it may have grown since
        byte[] all = new byte[head.length + rest.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private static Problem irregular(Path path) {
        if (Files.isDirectory(path)) {
            return new Problem.UnreadableFile(path, "it is a folder");
        }
        return Files.exists(path)
                ? new Problem.UnreadableFile(path, "it is a device or a pipe, not a file")
                : new Problem.MissingFile(path);
    }

    private static String notAPicture(byte[] head) {
        return head.length == 0
                ? "the file is empty"
                : "not a picture: the first bytes are those of " + ImageFormat.describe(head);
    }
}
