package clipscope.session.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which windows live: each has locked one byte of a file, the one of its number, which need not be there.
/// The system takes the lock back when the process ends, however that happens; clocks and numbers of
/// processes say nothing reliable.
///
/// **Thread:** Thread-safe; asks the disk, so not for the JavaFX thread.
final class LivingWindows {

    private static final Logger LOG = LoggerFactory.getLogger(LivingWindows.class);

    private final Path file;
    // guarded by this; never closed: POSIX would take back all that this process has locked in the file
    private @Nullable FileChannel channel;
    private @Nullable FileLock held; // guarded by this; Java forgets locks to which nothing refers

    LivingWindows(Path file) {
        this.file = file;
    }

    /// Lets the others see that a window lives, until it is released or the process ends.
    synchronized void hold(long window) {
        if (held == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                held = channel().tryLock(window, 1, false);
            } catch (IOException | OverlappingFileLockException e) {
                LOG.info("{} cannot be locked: another window may offer what this one works on", file, e);
            }
        }
    }

    synchronized void release() {
        if (held != null) {
            try {
                held.release();
            } catch (IOException e) {
                LOG.info("{} stays locked until the program ends", file, e);
            }
            held = null;
        }
    }

    /// {@return whether a window lives; not where the disk knows no locks, since what it kept is better
    /// offered once too often than never}
    synchronized boolean contains(long window) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileLock free = channel().tryLock(window, 1, true)) { // shared: others may ask at the same time
            return free == null;
        } catch (OverlappingFileLockException _) {
            return true; // of this process
        } catch (IOException e) {
            LOG.info("{} cannot be locked", file, e);
            return false;
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(file, READ, WRITE, CREATE);
            channel = open;
        }
        return open;
    }
}
