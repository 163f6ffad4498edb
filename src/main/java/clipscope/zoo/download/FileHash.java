package clipscope.zoo.download;

import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What the bytes of a file must add up to.
///
/// **Thread:** Immutable.
///
/// @param kind how it is computed
/// @param hex as small hexadecimal digits
record FileHash(Kind kind, String hex) {

    private static final int PIECE = 1 << 20; // bytes read at a time

    /// How a hash is computed.
    enum Kind {
        SHA_256("SHA-256"),

        /// Git's name of a file's content: SHA-1 of a heading and the bytes. The hub has it for small files.
        GIT_BLOB("SHA-1");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    static Optional<FileHash> sha256(String hex) {
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new FileHash(Kind.SHA_256, hex)) : Optional.empty();
    }

    static Optional<FileHash> gitBlob(String hex) {
        return hex.matches("[0-9a-f]{40}") ? Optional.of(new FileHash(Kind.GIT_BLOB, hex)) : Optional.empty();
    }

    /// {@return whether the bytes of a file add up to it}
    ///
    /// @throws java.util.concurrent.CancellationException if the work was cancelled
    boolean fits(Path file, Cancellation cancelled) throws IOException {
        MessageDigest digest = digest(kind.algorithm);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (kind == Kind.GIT_BLOB) {
                digest.update(("blob " + channel.size() + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            while (channel.read(piece) >= 0) {
                Patience.stopIf(cancelled);
                digest.update(piece.flip());
                piece.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has both
        }
    }
}
