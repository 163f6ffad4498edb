package clipscope.clip.weights.open;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.layout.Layout;
import clipscope.clip.weights.layout.LayoutReader;
import clipscope.clip.weights.layout.RenamedCheckpoint;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Good files with some bytes changed: each is read or refused, and nothing worse happens.
///
/// `-Dclipscope.changes=100000 -Dclipscope.seed=7` makes more of them, and others.
class ChangedFilesTest {

    private static final int CHANGES = Integer.getInteger("clipscope.changes", 150); // files made of each
    private static final long SEED = Long.getLong("clipscope.seed", 1);
    private static final byte[] LIKELY =
            "(t)e]u}sbRQ.0N\u0080\u0081\u0085\u0086\u0087\u008a{[\":,PK09".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = 4_000; // bytes; where changes matter most

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state-dict.bin",
                "protocol-4.bin",
                "legacy.bin",
                "training.pt",
                "openai-vit.pt",
                "model-00001-of-00002.safetensors",
                "model.safetensors.index.json"
            })
    void aChangedFileIsReadOrRefused(String name) throws Exception {
        byte[] good = Files.readAllBytes(Path.of("src/test/golden/weights", name));
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = changed(good, random);
            Path file = Files.write(folder.resolve("changed"), changed);
            try {
                read(file);
            } catch (ProblemException e) {
                assertRefusal(e.problem());
                refused++;
            } catch (RuntimeException | Error e) {
                Path kept = Files.write(Files.createTempFile("changed", name), changed);
                fail("change %d of seed %d, kept as %s".formatted(i, SEED, kept), e);
            }
        }
        assertTrue(refused > CHANGES / 10, "most places matter, but only " + refused + " were refused");
    }

    private static void read(Path file) throws ProblemException {
        Checkpoint checkpoint = Checkpoints.open(file);
        try {
            Layout layout = LayoutReader.of(checkpoint);
            if (!(layout instanceof Layout.Unknown)) {
                checkpoint = RenamedCheckpoint.of(checkpoint, layout);
            }
            for (TensorEntry tensor : checkpoint.tensors().values()) {
                checkpoint.bytes(tensor).toArray(ValueLayout.JAVA_BYTE);
            }
        } finally {
            checkpoint.close();
        }
    }

    private static void assertRefusal(Problem problem) {
        if (!(problem instanceof Problem.MissingFile)) { // an index may name another file
            assertTrue(!assertInstanceOf(Problem.BadModelFile.class, problem)
                    .reason()
                    .isEmpty());
        }
    }

    private static byte[] changed(byte[] good, Random random) {
        byte[] changed = good.clone();
        int pickle = new String(good, StandardCharsets.ISO_8859_1).indexOf("data.pkl");
        for (int n = random.nextInt(4); n >= 0; n--) {
            int place = random.nextInt(4) == 0
                    ? random.nextInt(changed.length)
                    : Math.max(0, pickle) + random.nextInt(Math.min(HEADER, changed.length - Math.max(0, pickle)));
            changed[place] = random.nextBoolean() ? LIKELY[random.nextInt(LIKELY.length)] : (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }
}
