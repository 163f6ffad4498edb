package clipscope.clip.weights.file;

import clipscope.file.ReadFault;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The SHA-256 of a file of any size.
public final class FileDigest {

    private static final int CHUNK = 1 << 20; // bytes; read in some milliseconds, so cancelling is felt at once

    private FileDigest() {}

    /// Reads the whole file.
    ///
    /// @param progress told how many bytes were read so far, after each chunk
    /// @return 64 hexadecimal digits in lower case; empty if it was cancelled
    /// @throws ProblemException if the file is missing or cannot be read
    public static Optional<String> sha256(Path file, LongConsumer progress, Cancellation cancellation)
            throws ProblemException {
        if (!Files.isRegularFile(file)) { // a pipe or a device would block or never end
            throw new ProblemException(new Problem.MissingFile(file));
        }
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long read = 0;
            while (!cancellation.requested()) {
                int bytes = channel.read(chunk.clear());
                if (bytes < 0) {
                    return Optional.of(HexFormat.of().formatHex(digest.digest()));
                }
                digest.update(chunk.flip());
                read += bytes;
                progress.accept(read);
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
