package clipscope.clip.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

    /// Two tensors in twelve bytes of data: 2 × 2 halves and one float.
    private static final String GOOD = """
            {"__metadata__": {"format": "pt"},
             "a": {"dtype": "F16", "shape": [2, 2], "data_offsets": [0, 8]},
             "b": {"dtype": "F32", "shape": [], "data_offsets": [8, 12]}}""" + "   "; // padded, as the reference writes it

    private static final int DATA = 12;

    @TempDir
    private Path folder;

    @Test
    void tensorsAreFoundByNameWithTheirBytes() throws Exception {
        byte[] data = {1, 0, 2, 0, 3, 0, 4, 0, 0, 0, (byte) 0x80, 0x3f}; // the last four: 1.0f, little-endian
        try (SafetensorsFile file = SafetensorsFile.open(write(GOOD, data))) {
            assertEquals(
                    Map.of(
                            "a", new TensorEntry("a", DType.F16, List.of(2L, 2L), 0, 8),
                            "b", new TensorEntry("b", DType.F32, List.of(), 8, 12)),
                    file.tensors());
            TensorEntry b = Objects.requireNonNull(file.tensors().get("b"));
            assertEquals(1f, file.bytes(b).get(ValueLayout.JAVA_FLOAT_UNALIGNED, 0));
        }
    }

    @Test
    void afterClosingTheBytesAreGone() throws Exception {
        SafetensorsFile file = SafetensorsFile.open(write(GOOD, new byte[DATA]));
        TensorEntry a = Objects.requireNonNull(file.tensors().get("a"));
        var bytes = file.bytes(a);
        file.close();

        assertThrows(IllegalStateException.class, () -> bytes.get(ValueLayout.JAVA_BYTE, 0));
    }

    /// Each lies in one place about the twelve bytes that follow.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"a\": 1}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]}} {}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]}, }",
                "{'a': {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [2.5], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3.0], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3e0], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [\"3\"], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [-3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [-1, -3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [03], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [[3]], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": 3, \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": null, \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [4], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1,1,1,1,1,1,1,1,3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [4294967296, 4294967296], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [99999999999999999999], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [4], \"data_offsets\": [0, 16]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [-12, 0]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [12, 0]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12, 24]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": []}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": {\"0\": 12}}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [4, 12]}}",
                "{\"a\": {\"dtype\": \"F31\", \"shape\": [3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": 32, \"shape\": [3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"shape\": [3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3]}}",
                "{\"a\": {\"dtype\": \"F32\", \"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]},"
                        + " \"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]},"
                        + " \"b\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [4, 12]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]},"
                        + " \"b\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [8, 12]}}"
            })
    void aHeaderThatLiesIsRefusedByName(String header) throws Exception {
        Path file = write(header, new byte[DATA]);

        assertEquals(file, badFile(file));
    }

    @Test
    void aLengthThatLiesIsRefused() throws Exception {
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_001, 1 << 20}) {
            Path file = folder.resolve("length");
            byte[] header = GOOD.getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes(length, header, new byte[DATA]));

            assertEquals(file, badFile(file));
        }
        for (int size = 0; size < 8; size++) {
            Path file = Files.write(folder.resolve("short"), new byte[size]);

            assertEquals(file, badFile(file));
        }
    }

    @Test
    void aNameThatIsNoTextIsRefused() throws Exception {
        byte[] header = GOOD.getBytes(StandardCharsets.UTF_8);
        header[GOOD.indexOf("\"a\"") + 1] = (byte) 0xff; // never a byte of UTF-8
        Path file = folder.resolve("utf8");
        Files.write(file, bytes(header.length, header, new byte[DATA]));

        assertEquals(file, badFile(file));
    }

    @Test
    void aFolderOrNothingAtAllIsAMissingFile() {
        ProblemException folderGiven = assertThrows(ProblemException.class, () -> SafetensorsFile.open(folder));
        assertEquals(new Problem.MissingFile(folder), folderGiven.problem());
        Path nothing = folder.resolve("nothing");
        ProblemException nothingThere = assertThrows(ProblemException.class, () -> SafetensorsFile.open(nothing));
        assertEquals(new Problem.MissingFile(nothing), nothingThere.problem());
    }

    /// A changed byte gives another good file or a problem, and nothing else.
    @Test
    void noChangedByteOfAHeaderGetsThrough() throws Exception {
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] header = GOOD.getBytes(StandardCharsets.UTF_8);
            header[random.nextInt(header.length)] = (byte) random.nextInt(256);
            Path file = folder.resolve("changed");
            Files.write(file, bytes(header.length, header, new byte[DATA]));
            try (SafetensorsFile opened = SafetensorsFile.open(file)) {
                long covered = opened.tensors().values().stream()
                        .mapToLong(entry -> opened.bytes(entry).byteSize())
                        .sum();
                assertEquals(DATA, covered);
            } catch (ProblemException e) {
                assertInstanceOf(Problem.BadModelFile.class, e.problem());
                refused++;
            }
        }
        assertTrue(refused > 1000, "only " + refused);
    }

    private static Path badFile(Path file) {
        ProblemException e = assertThrows(ProblemException.class, () -> SafetensorsFile.open(file));
        return assertInstanceOf(Problem.BadModelFile.class, e.problem()).file();
    }

    private Path write(String header, byte[] data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return Files.write(folder.resolve("model.safetensors"), bytes(text.length, text, data));
    }

    private static byte[] bytes(long length, byte[] header, byte[] data) {
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .put(data)
                .array();
    }
}
