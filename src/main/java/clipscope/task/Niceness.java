package clipscope.task;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Lets threads stand back behind the window's, so that the window answers while pictures come.
///
/// Java's priorities reach the system on Windows alone. Linux takes a nice value for each thread, which the
/// threads of a native library inherit from the one that starts them. On macOS a lower class of service
/// would move the work to the slow cores, so nothing is done there.
///
/// **Source:** setpriority(2), "C library/kernel differences": the value belongs to one thread.
final class Niceness {

    private static final int BACKGROUND = 7; // a fifth of a normal thread's weight: others must not starve it
    private static final int COMPILER_BEHIND = 10; // so that what runs already comes before what may run faster
    private static final int THREAD = 0; // PRIO_PROCESS, which on Linux is one thread
    private static final int SELF = 0;
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final String COMPILER = "C2 CompilerThre"; // as much as the kernel keeps of its name

    private Niceness() {}

    /// Lowers the calling thread's share for as long as it lives. Where the system refuses, it stays as it
    /// was.
    @SuppressWarnings("ThreadPriorityCheck") // a hint alone: nothing is right or wrong by who runs first
    static void standBack() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (linux()) {
            lower(SELF, niceOfCaller() + BACKGROUND);
        }
    }

    /// Lowers the share of the virtual machine's optimising compiler as well, below that of the calling
    /// thread: what it compiles when the first pictures come is needed later, the processor at once.
    static void compilerStandsBack() {
        if (linux()) {
            int nice = niceOfCaller() + COMPILER_BEHIND;
            compilers().forEach(thread -> lower(thread, nice));
        }
    }

    private static List<Integer> compilers() {
        try (Stream<Path> threads = Files.list(THREADS)) {
            return threads.filter(Niceness::isCompiler)
                    .map(thread -> Integer.valueOf(thread.getFileName().toString()))
                    .toList();
        } catch (IOException _) {
            return List.of(); // a system without such a list: its compiler keeps its share
        }
    }

    private static boolean isCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).startsWith(COMPILER);
        } catch (IOException _) {
            return false; // it has ended
        }
    }

    private static boolean linux() {
        return System.getProperty("os.name").equals("Linux");
    }

    private static int niceOfCaller() {
        try {
            return (int) function("getpriority", 2).invokeExact(THREAD, SELF);
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }

    private static void lower(int thread, int nice) {
        try {
            int _ = (int) function("setpriority", 3).invokeExact(THREAD, thread, nice);
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }

    /// {@return a function of the C library that takes whole numbers and gives one}
    @SuppressWarnings("restricted") // a call into C: its signature is the manual's
    private static MethodHandle function(String name, int arguments) {
        ValueLayout[] numbers = new ValueLayout[arguments];
        Arrays.fill(numbers, ValueLayout.JAVA_INT);
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, numbers));
    }
}
