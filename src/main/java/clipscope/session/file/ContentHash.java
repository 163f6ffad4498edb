package clipscope.session.file;

import clipscope.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file holds, in a few bytes.
///
/// **Unit:** size in bytes; SHA-256 in hexadecimal digits.
public record ContentHash(long size, String sha256) {

    private static final int PIECE = 1 << 16; // bytes

    /// Reads a whole file.
    ///
    /// @param cancelled polled between pieces
    /// @throws IOException if it cannot be read, or the reading was cancelled
    public static ContentHash of(Path file, Cancellation cancelled) throws IOException {
        MessageDigest digest = digest();
        long size = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (cancelled.requested()) {
                    throw new IOException("cancelled");
                }
                digest.update(piece, 0, read);
                size += read;
            }
        }
        return new ContentHash(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
