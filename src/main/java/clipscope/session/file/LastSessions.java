package clipscope.session.file;

import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was being worked on, kept while a window is open and after it, however it ended. Each window writes
/// files of its own, one after the other for what it works on.
///
/// A window is told by a number of its own, drawn by lot, and [lives][LivingWindows] from the first that it
/// keeps to the last.
///
/// **Thread:** Thread-safe; reads and writes files, so not for the JavaFX thread.
public final class LastSessions {

    private static final Logger LOG = LoggerFactory.getLogger(LastSessions.class);
    private static final int KEPT = 5;
    private static final Pattern NAME = Pattern.compile("(?<window>\\d{1,18})-(?<number>\\d{1,9})\\.clipscope");
    private static final long NUMBERS = 1_000_000_000_000_000_000L; // as the pattern reads them

    private final Path folder;
    private final long window;
    private final LivingWindows living;
    private boolean ended; // guarded by this

    private LastSessions(Path folder, long window) {
        this.folder = folder;
        this.window = window;
        this.living = new LivingWindows(folder.resolve("windows.lock"));
    }

    /// {@return those of a new window}
    ///
    /// @param folder need not be there before something is kept
    public static LastSessions in(Path folder) {
        return new LastSessions(folder, ThreadLocalRandom.current().nextLong(NUMBERS));
    }

    /// {@return those of a certain window}
    ///
    /// @param window its number, at most 18 digits
    public static LastSessions of(long window, Path folder) {
        return new LastSessions(folder, window);
    }

    public Path folder() {
        return folder;
    }

    /// Keeps what is being worked on, instead of what this window kept under the number before; nothing
    /// after [#keepLast].
    ///
    /// @param number of what is worked on; a new session has a new one
    public synchronized void keep(SavedSession session, int number) throws ProblemException {
        if (!ended) {
            living.hold(window);
            new SessionFile(own(number)).write(session);
            makeLatest(own(number));
        }
    }

    /// Keeps it for the last time: what was to be kept earlier and still waits is older. From then on it is
    /// left behind, even if the process has something to wait for.
    public synchronized void keepLast(SavedSession session, int number) throws ProblemException {
        keep(session, number);
        ended = true;
        living.release();
    }

    /// Forgets what this window kept under a number: it is saved elsewhere.
    public synchronized void forget(int number) {
        drop(own(number));
    }

    private Path own(int number) {
        return folder.resolve("%d-%d%s".formatted(window, number, SessionFile.ENDING));
    }

    /// The clock may have been set back since another was kept.
    private void makeLatest(Path kept) {
        FileTime others = files().stream()
                .filter(file -> !file.equals(kept))
                .map(LastSessions::time)
                .max(Comparator.naturalOrder())
                .orElse(FileTime.fromMillis(0));
        if (time(kept).compareTo(others) <= 0) {
            try {
                Files.setLastModifiedTime(kept, FileTime.fromMillis(others.toMillis() + 1));
            } catch (IOException e) {
                LOG.info("{} looks older than it is", kept, e);
            }
        }
    }

    /// {@return what was left behind by windows which have gone, and by this one before a number, the latest
    /// first; more than a few are dropped}
    public List<Path> leftBehind(int number) {
        WholeFile.sweep(folder);
        List<Path> left = files().stream()
                .filter(file -> leftBehind(file, number))
                .sorted(Comparator.comparing(LastSessions::time).reversed())
                .toList();
        left.stream().skip(KEPT).forEach(this::drop);
        return left.stream().limit(KEPT).toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches()).toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of(); // nothing was kept yet, or it cannot be read and so not be offered
        }
    }

    /// Deletes what was left behind and is worked on again.
    public void drop(Path old) {
        try {
            Files.deleteIfExists(old);
        } catch (IOException e) {
            LOG.info("{} stays: it will be offered again", old, e);
        }
    }

    private boolean leftBehind(Path file, int number) {
        Matcher name = name(file);
        if (!name.matches()) {
            return false;
        }
        long writer = Long.parseLong(name.group("window"));
        return writer == window ? Integer.parseInt(name.group("number")) < number : !living.contains(writer);
    }

    private static Matcher name(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName()));
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }
}
