package clipscope.session.file;

import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was being worked on, kept while a window is open and after it, however it ended. Each window writes
/// files of its own, one after the other for what it works on.
///
/// **Thread:** Immutable; reads and writes files, so not for the JavaFX thread.
///
/// @param folder need not be there before something is kept
/// @param process the number of this process, by which its file is named
public record LastSessions(Path folder, long process) {

    private static final Logger LOG = LoggerFactory.getLogger(LastSessions.class);
    private static final int KEPT = 5;
    private static final Pattern NAME = Pattern.compile("(?<process>\\d{1,18})-(?<number>\\d{1,9})\\.clipscope");

    /// {@return those of the process that asks}
    public static LastSessions in(Path folder) {
        return new LastSessions(folder, ProcessHandle.current().pid());
    }

    /// Keeps what is being worked on, instead of what this process kept under the number before.
    ///
    /// @param number of what is worked on; a new session has a new one
    public void keep(SavedSession session, int number) throws ProblemException {
        new SessionFile(own(number)).write(session);
    }

    /// Forgets what this process kept under a number: it is saved elsewhere.
    public void forget(int number) {
        drop(own(number));
    }

    private Path own(int number) {
        return folder.resolve(process + "-" + number + SessionFile.ENDING);
    }

    /// {@return the latest that was left behind: by a window which has gone, or by this one before a number;
    /// older ones are dropped}
    public Optional<Path> latest(int number) {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> leftBehind(file, number))
                    .sorted(Comparator.comparing(LastSessions::time).reversed())
                    .forEach(left::add);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // what cannot be read cannot be offered
        }
        for (Path old : left.subList(Math.min(KEPT, left.size()), left.size())) {
            drop(old);
        }
        return left.stream().findFirst();
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
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        long writer = Long.parseLong(name.group("process"));
        if (writer == process) {
            return Integer.parseInt(name.group("number")) < number;
        }
        return ProcessHandle.of(writer).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }
}
