package clipscope.app;

import clipscope.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Java writes down when the system ends it for a fault in native code: told once, by the next start.
///
/// The launcher names the folder, since Java must know the file before the program begins; a start makes it.
///
/// **Thread:** Immutable; reads and writes files.
///
/// @param folder need not be there
record CrashReports(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);
    private static final String UNTOLD = ".log";
    private static final String TOLD = ".txt";
    private static final int KEPT = 5;
    private static final int HEAD = 4000; // bytes, in which Java says what happened
    private static final Pattern SIGNAL = Pattern.compile("(?m)^#\\s+(\\w+) \\(0x[0-9a-f]+\\) at ");
    private static final Pattern FRAME =
            Pattern.compile("(?m)^# Problematic frame:\\R#\\s+\\S+\\s+(?:\\[(?<library>[^+\\]]+))?");

    /// {@return those of the folder that the launcher named, if it did}
    static CrashReports ofLauncher() {
        return new CrashReports(Path.of(System.getProperty("clipscope.crashes", "")));
    }

    /// Makes the folder: Java makes none, and would write its report wherever the program was started.
    void makeFolder() {
        if (!folder.toString().isEmpty()) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                LOG.debug("a crash would leave its report elsewhere", e);
            }
        }
    }

    /// {@return the latest report that nobody was told of; from then on it is told, and so are older ones}
    Optional<Problem> untold() {
        files(TOLD).stream().skip(KEPT).forEach(CrashReports::delete);
        List<Path> told = files(UNTOLD).stream().map(CrashReports::tell).toList();
        return told.stream().findFirst().map(report -> crashed(head(report), report));
    }

    private static Problem crashed(String head, Path report) {
        Matcher signal = SIGNAL.matcher(head);
        Matcher frame = FRAME.matcher(head);
        String library = frame.find() ? frame.group("library") : null;
        return new Problem.Crashed(
                signal.find() ? signal.group(1) : "a fault", library == null ? "Java" : library, report);
    }

    /// {@return the reports of that ending, the latest first}
    private List<Path> files(String ending) {
        if (folder.toString().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).matches("crash-\\d+\\" + ending))
                    .sorted(Comparator.comparing(CrashReports::time).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of(); // there was none yet
        }
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }

    private static String head(Path report) {
        try (var in = Files.newInputStream(report)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private static Path tell(Path report) {
        String name = String.valueOf(report.getFileName());
        Path told = report.resolveSibling(name.substring(0, name.length() - UNTOLD.length()) + TOLD);
        try {
            return Files.move(report, told, StandardCopyOption.REPLACE_EXISTING); // numbers of processes come again
        } catch (IOException e) {
            LOG.warn("{} will be told again", report, e);
            return report;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }
}
