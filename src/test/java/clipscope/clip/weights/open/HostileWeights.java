package clipscope.clip.weights.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes as a weight file in a folder.
record HostileWeights(Path folder) {

    Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("weights.bin"), bytes);
    }

    /// Opens them, and expects a problem with this file and this fault.
    void assertRefused(byte[] bytes, String fault) throws IOException {
        Path file = write(bytes);
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(file));
        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, e.problem());
        assertEquals(file, problem.file());
        assertTrue(problem.reason().contains(fault), problem.reason());
    }
}
