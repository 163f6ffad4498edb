package clipscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundThreadsTest {

    private static final Path THIS_THREAD = Path.of("/proc/thread-self/stat");

    /// The kernel's own account of a thread: field 19 of proc(5)'s `stat`, counted after the name in
    /// brackets.
    @Test
    @EnabledOnOs(OS.LINUX)
    void backgroundWorkStandsBackBehindTheWindow() throws Exception {
        int here = niceness();
        try (BackgroundThreads threads = BackgroundThreads.behindWindow()) {
            Runners runners = threads.runners(Runnable::run);

            assertEquals(here + 7, niceOn(runners.io()));
            assertEquals(here + 7, niceOn(runners.bulk()));
            assertEquals(here + 7, niceOn(threads.longWork(Runnable::run)));
            assertEquals(here + 10, niceness(compiler().resolve("stat")));
        }
        assertEquals(here, niceness(), "who starts them stays as it was");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandsWorkIsItsWholePurpose() throws Exception {
        try (BackgroundThreads threads = BackgroundThreads.ofCommand()) {
            assertEquals(niceness(), niceOn(threads.runners(Runnable::run).io()));
        }
    }

    private static int niceOn(TaskRunner runner) throws Exception {
        CompletableFuture<Outcome<Integer>> outcome = new CompletableFuture<>();
        var _ = runner.submit(_ -> niceness(), outcome::complete);
        return outcome.get(10, TimeUnit.SECONDS) instanceof Outcome.Done<Integer>(Integer nice) ? nice : -1;
    }

    /// The optimising compiler's thread, by the name that HotSpot gives it.
    private static Path compiler() throws Exception {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).startsWith("C2 Compiler")) {
                    return thread;
                }
            }
        }
        throw new AssertionError("no thread of the compiler");
    }

    private static int niceness() throws Exception {
        return niceness(THIS_THREAD);
    }

    private static int niceness(Path thread) throws Exception {
        String account = Files.readString(thread);
        List<String> fields =
                List.of(account.substring(account.lastIndexOf(')') + 2).split(" ", -1));
        return Integer.parseInt(fields.get(16));
    }
}
