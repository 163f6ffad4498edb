package clipscope.zoo.download;

import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps two windows from writing the same model: who comes second waits, and finds it there.
///
/// The system gives it back when a program ends, however it does. The file stays: whoever deleted it could
/// delete another's.
///
/// **Thread:** Thread-safe.
final class ModelLock implements AutoCloseable {

    private static final Texts TEXTS = Texts.beside(ModelLock.class);

    private static final Logger LOG = LoggerFactory.getLogger(ModelLock.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final FileChannel channel;

    private ModelLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until nobody else has it.
    ///
    /// @throws java.util.concurrent.CancellationException if the work was cancelled meanwhile
    static ModelLock take(Path file, Patience.Pause pause, DownloadWatch watch, Cancellation cancelled)
            throws ProblemException {
        Optional<ModelLock> lock = tryTake(file);
        while (lock.isEmpty()) {
            watch.step(TEXTS.get("step.waiting"));
            pause.during(LOOK, cancelled);
            lock = tryTake(file);
        }
        return lock.get();
    }

    /// {@return the lock, unless somebody else has it}
    static Optional<ModelLock> tryTake(Path file) throws ProblemException {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean held = false;
            try {
                FileLock lock = channel.tryLock();
                held = lock != null;
                return held ? Optional.of(new ModelLock(channel)) : Optional.empty();
            } catch (OverlappingFileLockException _) {
                return Optional.empty(); // another download of this program
            } finally {
                if (!held) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(file, WholeFile.reason(e)), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("a lock is not given back", e);
        }
    }
}
