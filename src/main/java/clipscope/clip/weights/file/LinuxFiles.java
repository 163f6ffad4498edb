package clipscope.clip.weights.file;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.Path;

/// What Linux offers for files beyond Java: leases.
///
/// **Thread:** Thread-safe.
///
/// **Source:** fcntl(2), "Leases"; the numbers are those of the kernel's headers for x86-64 and arm64.
final class LinuxFiles {

    private static final int READ_ONLY = 0; // O_RDONLY: a lease against writers is for readers alone
    private static final int NOT_FOR_CHILDREN = 0x80000; // O_CLOEXEC
    private static final int SET_SIGNAL = 10; // F_SETSIG
    private static final int IGNORED_SIGNAL = 23; // SIGURG: the usual one, SIGIO, would end the process
    private static final int SET_LEASE = 1024; // F_SETLEASE
    private static final int AGAINST_WRITERS = 0; // F_RDLCK
    private static final int NONE = 2; // F_UNLCK
    private static final int FAILED = -1;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MethodHandle OPEN = function("open", 2, ValueLayout.ADDRESS, INT);
    private static final MethodHandle CLOSE = function("close", 1, INT);
    private static final MethodHandle CONTROL = function("fcntl", 2, INT, INT, INT);

    private LinuxFiles() {}

    static boolean here() {
        return System.getProperty("os.name").equals("Linux");
    }

    /// {@return a descriptor of a file, for [#close]; negative if it cannot be opened}
    static int open(Path file) {
        Charset names = Charset.forName(System.getProperty("native.encoding"));
        try (Arena arena = Arena.ofConfined()) {
            return (int) OPEN.invokeExact(
                    arena.allocateFrom(file.toAbsolutePath().toString(), names), READ_ONLY | NOT_FOR_CHILDREN);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /// Lets whoever opens a file to write or cut it wait until [#give] (45 s at most, as the kernel has it).
    ///
    /// @return false where there are no leases, and while somebody has opened it to write
    static boolean lease(int descriptor) {
        control(descriptor, SET_SIGNAL, IGNORED_SIGNAL); // forgotten whenever a lease is given back
        return control(descriptor, SET_LEASE, AGAINST_WRITERS);
    }

    /// Gives a lease back, if there is one.
    static void give(int descriptor) {
        control(descriptor, SET_LEASE, NONE);
    }

    static void close(int descriptor) {
        try {
            int _ = (int) CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    private static boolean control(int descriptor, int command, int argument) {
        try {
            return (int) CONTROL.invokeExact(descriptor, command, argument) != FAILED;
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    private static AssertionError thrown(Throwable e) {
        return new AssertionError("a C function throws nothing", e);
    }

    /// {@return a function of the C library that gives a whole number}
    ///
    /// @param fixed how many of its arguments come before those that vary
    @SuppressWarnings("restricted") // a call into C: its signature is the manual's
    private static MethodHandle function(String name, int fixed, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(INT, arguments),
                Linker.Option.firstVariadicArg(fixed));
    }
}
