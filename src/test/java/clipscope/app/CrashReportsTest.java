package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {

    @TempDir
    private Path folder;

    /// As HotSpot's VMError writes it.
    private static String head(String signal, String frame) {
        return """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  %s (0xb) at pc=0x00007f2b3c0d5a10, pid=4711, tid=4733
                #
                # JRE version: OpenJDK Runtime Environment (25.0.3+9)
                # Problematic frame:
                # C  %s
                #
                """.formatted(signal, frame);
    }

    private void crash(int process, String signal, String frame) throws Exception {
        Path file = Files.writeString(folder.resolve("crash-%d.log".formatted(process)), head(signal, frame));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * process));
    }

    @Test
    void theLatestCrashIsToldOnceWithTheLibraryItHappenedIn() throws Exception {
        crash(1, "SIGSEGV", "[libc.so.6+0x91117]  pthread_cond_timedwait+0x237");
        crash(2, "SIGBUS", "[libtorch_cpu.so+0x91117]  at::native::linear+0x7");
        CrashReports reports = new CrashReports(folder);

        assertEquals(
                Optional.of(new Problem.Crashed("SIGBUS", "libtorch_cpu.so", folder.resolve("crash-2.txt"))),
                reports.untold());
        assertEquals(Optional.empty(), reports.untold());
    }

    /// In a container, every start may have the same number.
    @Test
    void aSecondCrashOfAProcessWithTheSameNumberIsToldOnceToo() throws Exception {
        CrashReports reports = new CrashReports(folder);
        crash(7, "SIGSEGV", "[a.so+0x1]");
        reports.untold();
        crash(7, "SIGBUS", "[b.so+0x1]");

        assertEquals(
                Optional.of(new Problem.Crashed("SIGBUS", "b.so", folder.resolve("crash-7.txt"))), reports.untold());
        assertEquals(Optional.empty(), reports.untold());
    }

    @Test
    void aReportThatSaysNothingIsToldAllTheSame() throws Exception {
        Files.writeString(folder.resolve("crash-7.log"), "");

        assertEquals(
                Optional.of(new Problem.Crashed("a fault", "Java", folder.resolve("crash-7.txt"))),
                new CrashReports(folder).untold());
    }

    @Test
    void fiveThatWereToldAreKept() throws Exception {
        CrashReports reports = new CrashReports(folder);
        for (int process = 1; process <= 8; process++) {
            crash(process, "SIGSEGV", "[a.so+0x1]");
            assertEquals(true, reports.untold().isPresent());
        }
        reports.untold();

        try (var files = Files.list(folder)) {
            assertEquals(5, files.count());
        }
    }

    @Test
    void theFolderIsMadeBeforeJavaNeedsIt() {
        Path made = folder.resolve("Application Support").resolve("crashes");
        new CrashReports(made).makeFolder();

        assertEquals(true, Files.isDirectory(made));
    }

    @Test
    void whereItCannotBeMadeTheStartGoesOn() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        CrashReports reports = new CrashReports(taken.resolve("crashes"));
        reports.makeFolder();

        assertEquals(Optional.empty(), reports.untold());
    }

    @Test
    void withoutALauncherThereIsNone() {
        new CrashReports(Path.of("")).makeFolder();
        assertEquals(Optional.empty(), new CrashReports(Path.of("")).untold());
    }
}
