package clipscope.zoo.download;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/// Room on disks for what comes. Some of it is left, since a full disk harms everything else.
///
/// **Unit:** bytes.
///
/// **Thread:** Thread-safe, if the function is.
///
/// @param free what may be written into a folder
public record DiskSpace(ToLongFunction<Path> free) {

    /// That of this machine's disks.
    public static final DiskSpace HERE = new DiskSpace(DiskSpace::usable);

    private static final long SPARE = 100_000_000;

    /// Refuses what would leave too little.
    ///
    /// @param more than there is already
    /// @throws ProblemException if that is too much
    public void require(Path folder, long more) throws ProblemException {
        long is = free.applyAsLong(folder);
        if (more > is - SPARE) {
            throw new ProblemException(new Problem.NoSpace(folder, more + SPARE, is));
        }
    }

    /// {@return how much more may come}
    long room(Path folder) {
        return Math.max(0, free.applyAsLong(folder) - SPARE);
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException _) {
            return Long.MAX_VALUE; // the system does not tell: a full disk will
        }
    }
}
