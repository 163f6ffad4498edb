package clipscope.clip.weights.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {

    @TempDir
    private Path folder;

    /// The examples of FIPS 180-2, appendix B.
    @Test
    void theDigestsOfTheStandardsExamples() throws Exception {
        assertEquals(
                Optional.of("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                digest("abc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                Optional.of("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
                digest("a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void progressIsToldAfterEachChunkAndEndsWithTheSize() throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[(1 << 20) + 5]);
        List<Long> told = new ArrayList<>();
        FileDigest.sha256(file, told::add, Cancellation.NEVER);

        assertEquals(List.of(1L << 20, (1L << 20) + 5), told);
    }

    @Test
    void aCancelledDigestIsNone() throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[3 << 20]);
        List<Long> told = new ArrayList<>();

        assertEquals(Optional.empty(), FileDigest.sha256(file, told::add, () -> !told.isEmpty()));
        assertEquals(List.of(1L << 20), told);
    }

    @Test
    void whatIsNoFileIsMissing() {
        ProblemException e =
                assertThrows(ProblemException.class, () -> FileDigest.sha256(folder, _ -> {}, Cancellation.NEVER));

        assertEquals(new Problem.MissingFile(folder), e.problem());
    }

    @Test
    void aFileThatTheSystemDoesNotLetUsReadIsSaidToBeThat() throws Exception {
        Path locked = Files.write(folder.resolve("locked"), new byte[1]);
        Files.setPosixFilePermissions(locked, Set.of());
        if (Files.isReadable(locked)) { // the superuser reads everything
            assertTrue(FileDigest.sha256(locked, _ -> {}, Cancellation.NEVER).isPresent());
        } else {
            ProblemException e =
                    assertThrows(ProblemException.class, () -> FileDigest.sha256(locked, _ -> {}, Cancellation.NEVER));
            assertEquals(new Problem.UnreadableFile(locked, "the system does not allow reading it"), e.problem());
        }
    }

    private Optional<String> digest(byte[] bytes) throws Exception {
        return FileDigest.sha256(Files.write(folder.resolve("x"), bytes), _ -> {}, Cancellation.NEVER);
    }
}
