package clipscope.session.cache;

import clipscope.clip.weights.file.FileDigest;
import clipscope.image.ImageSource;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What a picture is, wherever it lies: the hash of its file, and how it was decoded.
///
/// **Thread:** Immutable.
///
/// @param sha256 64 hexadecimal digits in lower case
/// @param reduced whether a large JPEG was decoded at a smaller size
public record ContentKey(String sha256, boolean reduced) {

    /// Reads the whole file.
    ///
    /// @return empty for what was never a file
    /// @throws ProblemException if the file is missing or cannot be read
    public static Optional<ContentKey> of(ImageSource source, boolean reduced) throws ProblemException {
        Optional<String> hash = switch (source) {
            case ImageSource.OfFile(Path path) -> FileDigest.sha256(path, _ -> {}, Cancellation.NEVER);
            case ImageSource.OfBytes(String _, ByteBuffer file) -> Optional.of(sha256(file));
            case ImageSource.OfPixels _ -> Optional.empty();
        };
        return hash.map(digits -> new ContentKey(digits, reduced));
    }

    /// {@return the key of the same file, decoded to the last pixel}
    public ContentKey exact() {
        return new ContentKey(sha256, false);
    }

    private static String sha256(ByteBuffer file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
