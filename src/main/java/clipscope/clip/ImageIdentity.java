package clipscope.clip;

import clipscope.clip.layout.ModelPlan;
import clipscope.clip.pixels.Preprocessing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All that decides which embedding a model gives to a picture, in one hash: weights, network,
/// preprocessing, and how it is computed.
///
/// Of the weights, sizes, times and samples are taken, not every byte: a model opens in less time than it
/// takes to read it. See `docs/decisions/0024`.
final class ImageIdentity {

    /// Raised when the same picture gets another embedding for a reason that is not in the hash.
    private static final int ARITHMETIC = 1;

    private static final int SAMPLES = 64; // of each file
    private static final int SAMPLE = 4_096; // bytes

    private final MessageDigest digest;

    private ImageIdentity() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// {@return 64 hexadecimal digits}
    ///
    /// @param preprocessing as it is used, at whatever size
    /// @param engine and its version
    static String of(
            ModelPlan plan,
            Preprocessing preprocessing,
            List<Path> weights,
            FileStamps stamps,
            Computed computed,
            String engine) {
        ImageIdentity identity = new ImageIdentity();
        identity.add("%d %s %s".formatted(ARITHMETIC, plan.network(), preprocessing));
        identity.add("%s %s %s".formatted(computed.precision(), computed.device(), engine));
        identity.add(stamps.toString());
        weights.forEach(identity::addSamples);
        return HexFormat.of().formatHex(identity.digest.digest());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void addSamples(Path file) {
        ByteBuffer sample = ByteBuffer.allocate(SAMPLE);
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            for (int i = 0; i < SAMPLES; i++) {
                channel.read(sample.clear(), size / SAMPLES * i);
                digest.update(sample.flip());
            }
        } catch (IOException _) {
            add("unreadable"); // whoever reads the weights says so
        }
    }
}
