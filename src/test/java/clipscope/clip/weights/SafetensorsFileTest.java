package clipscope.clip.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

    private static final byte[] EIGHT_BYTES = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String GOOD = """
            {"__metadata__": {"format": "pt"},
             "b": {"dtype": "I16", "shape": [2], "data_offsets": [4, 8]},
             "a": {"shape": [1, 4], "data_offsets": [0, 4], "dtype": "U8"},
             "none": {"dtype": "F32", "shape": [0, 7], "data_offsets": [8, 8]}}""";

    @TempDir
    private Path folder;

    @Test
    void tensorsAreFoundByNameWithTheirBytes() throws Exception {
        try (SafetensorsFile file = SafetensorsFile.open(write(GOOD, EIGHT_BYTES))) {
            assertEquals(Set.of("a", "b", "none"), file.tensors().keySet());
            TensorEntry a = new TensorEntry("a", DType.U8, List.of(1L, 4L), 0, 4);
            TensorEntry b = new TensorEntry("b", DType.I16, List.of(2L), 4, 8);
            assertEquals(a, file.tensors().get("a"));
            assertEquals(b, file.tensors().get("b"));
            assertArrayEquals(new byte[] {1, 2, 3, 4}, file.bytes(a).toArray(ValueLayout.JAVA_BYTE));
            assertArrayEquals(new byte[] {5, 6, 7, 8}, file.bytes(b).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void aSegmentOfAClosedFileIsRefusedAndNoCrash() throws Exception {
        SafetensorsFile file = SafetensorsFile.open(write(GOOD, EIGHT_BYTES));
        MemorySegment bytes = file.bytes(new TensorEntry("a", DType.U8, List.of(4L), 0, 4));
        file.close();

        assertThrows(IllegalStateException.class, () -> bytes.get(ValueLayout.JAVA_BYTE, 0));
    }

    /// Each header is followed by eight bytes of data. A backquote stands for a quotation mark.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {                                                                              | no JSON
            []                                                                             | header is not
            5                                                                              | header is not
            null                                                                           | header is not
            {}                                                                             | 0 bytes of tensors in 8
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8]}} x                 | no JSON
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8]}} {}                | no JSON
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8]},}                  | no JSON
            {'a': {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8]}}                   | no JSON
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8]}, // no             | no JSON
            {`a`: 1}                                                                       | a is not
            {`a`: null}                                                                    | a is not
            {`a`: {}}                                                                      | a lacks
            {`a`: {`dtype`: `U8`, `shape`: [8]}}                                           | a lacks
            {`a`: {`dtype`: `U8`, `data_offsets`: [0, 8]}}                                 | a lacks
            {`a`: {`shape`: [8], `data_offsets`: [0, 8]}}                                  | a lacks
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: []}}                       | a lacks
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0]}}                      | a lacks
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8, 8]}}                | a has a list of more than 2 numbers
            {`a`: {`dtype`: `F7`, `shape`: [8], `data_offsets`: [0, 8]}}                   | unknown type F7
            {`a`: {`dtype`: 8, `shape`: [8], `data_offsets`: [0, 8]}}                      | a is not
            {`a`: {`dtype`: `U8`, `shape`: 8, `data_offsets`: [0, 8]}}                     | a is not
            {`a`: {`dtype`: `U8`, `shape`: [`8`], `data_offsets`: [0, 8]}}                 | a is not
            {`a`: {`dtype`: `U8`, `shape`: [8.0], `data_offsets`: [0, 8]}}                 | odd number 8.0
            {`a`: {`dtype`: `U8`, `shape`: [2.5], `data_offsets`: [0, 8]}}                 | odd number 2.5
            {`a`: {`dtype`: `U8`, `shape`: [8e0], `data_offsets`: [0, 8]}}                 | odd number 8e0
            {`a`: {`dtype`: `U8`, `shape`: [08], `data_offsets`: [0, 8]}}                  | no JSON
            {`a`: {`dtype`: `U8`, `shape`: [[8]], `data_offsets`: [0, 8]}}                 | a is not
            {`a`: {`dtype`: `U8`, `shape`: null, `data_offsets`: [0, 8]}}                  | a is not
            {`a`: {`dtype`: `U8`, `shape`: [-8, -1], `data_offsets`: [0, 8]}}              | odd number -8
            {`a`: {`dtype`: `U8`, `shape`: [9], `data_offsets`: [0, 9]}}                   | a lies beyond the end
            {`a`: {`dtype`: `U8`, `shape`: [7], `data_offsets`: [0, 8]}}                   | size of a is wrong
            {`a`: {`dtype`: `F32`, `shape`: [8], `data_offsets`: [0, 8]}}                  | size of a is wrong
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [8, 0]}}                   | size of a is wrong
            {`a`: {`dtype`: `U8`, `shape`: [8], `data_offsets`: [-8, 0]}}                  | odd number -8
            {`a`: {`dtype`: `U8`, `shape`: [4294967296, 4294967296, 2], `data_offsets`: [0, 0]}} | size of a is wrong
            {`a`: {`dtype`: `U8`, `shape`: [99999999999999999999], `data_offsets`: [0, 8]}}      | odd number 9999999
            {`a`: {`dtype`: `U8`, `shape`: [1,1,1,1,1,1,1,1,8], `data_offsets`: [0, 8]}}   | a has a list of more than 8 numbers
            {`a`: {`dtype`: `U8`, `shape`: [4], `data_offsets`: [0, 4]}}                   | 4 bytes of tensors in 8
            {`a`: {`dtype`: `U8`, `shape`: [4], `data_offsets`: [4, 8]}}                   | a overlaps
            {`a`: {`dtype`: `U8`, `dtype`: `U8`, `shape`: [8], `data_offsets`: [0, 8]}}    | a says its dtype twice
            """)
    void aHeaderThatLiesIsRefusedByName(String header, String fault) throws Exception {
        String reason = refused(write(header.replace('`', '"'), EIGHT_BYTES));

        assertTrue(reason.contains(fault), reason);
    }

    @Test
    void tensorsThatShareBytesAreRefused() throws Exception {
        String reason = refused(write("""
                {"a": {"dtype": "U8", "shape": [5], "data_offsets": [0, 5]},
                 "b": {"dtype": "U8", "shape": [4], "data_offsets": [4, 8]}}""", EIGHT_BYTES));

        assertEquals("b overlaps another tensor or follows a gap", reason);
    }

    @Test
    void aNameThatComesTwiceIsRefused() throws Exception {
        String reason = refused(write("""
                {"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]},
                 "a": {"dtype": "U8", "shape": [4], "data_offsets": [4, 8]}}""", EIGHT_BYTES));

        assertEquals("a is there twice", reason);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_001, 11, 1L << 40})
    void aHeaderThatIsLongerThanTheFileIsRefused(long headerBytes) throws Exception {
        Path file = folder.resolve("model.safetensors");
        ByteBuffer bytes =
                ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN).putLong(headerBytes);
        Files.write(file, bytes.array());

        refused(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9})
    void aFileThatIsCutOffIsRefused(int length) throws Exception {
        Path file = write(GOOD, EIGHT_BYTES);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        refused(file);
    }

    @Test
    void anotherEncodingThanUtf8IsRefused() throws Exception {
        byte[] header = "{\"\u00e9\": {}}".getBytes(StandardCharsets.ISO_8859_1);

        refused(write(header, EIGHT_BYTES));
    }

    @Test
    void aDeepNestIsNoStackOverflow() throws Exception {
        refused(write("{\"__metadata__\": " + "[".repeat(1_000_000), EIGHT_BYTES));
    }

    @Test
    void noChangeOfAByteDoesWorseThanAProblem() throws Exception {
        byte[] good = Files.readAllBytes(write(GOOD, EIGHT_BYTES));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = good.clone();
            changed[random.nextInt(changed.length - EIGHT_BYTES.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("changed"), changed);
            try (SafetensorsFile opened = SafetensorsFile.open(file)) {
                opened.tensors().values().forEach(tensor -> opened.bytes(tensor).toArray(ValueLayout.JAVA_BYTE));
            } catch (ProblemException e) {
                assertInstanceOf(Problem.BadModelFile.class, e.problem());
                refused++;
            }
        }
        assertTrue(refused > 1_000, "most places matter, but only " + refused + " changes were refused");
    }

    @Test
    void aGitLfsPointerIsCalledOne() throws Exception {
        Path file = folder.resolve("model.safetensors");
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 605157884\n");

        assertTrue(refused(file).contains("Git LFS"), refused(file));
    }

    @Test
    void whatIsNoFileIsMissing() {
        ProblemException e = assertThrows(ProblemException.class, () -> SafetensorsFile.open(folder));

        assertEquals(new Problem.MissingFile(folder), e.problem());
    }

    private static String refused(Path file) {
        ProblemException e = assertThrows(ProblemException.class, () -> SafetensorsFile.open(file));
        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, e.problem());
        assertEquals(file, problem.file());
        return problem.reason();
    }

    private Path write(String header, byte[] data) throws IOException {
        return write(header.getBytes(StandardCharsets.UTF_8), data);
    }

    private Path write(byte[] header, byte[] data) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        file.write(header);
        file.write(data);
        return Files.write(folder.resolve("model.safetensors"), file.toByteArray());
    }
}
