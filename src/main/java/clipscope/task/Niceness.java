package clipscope.task;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Lets the calling thread stand back behind the window's, so that the window answers while pictures come.
///
/// Java's priorities reach the system on Windows alone. Linux takes a nice value for each thread, which the
/// threads of a native library inherit from the one that starts them. On macOS a lower class of service
/// would move the work to the slow cores, so nothing is done there.
///
/// **Source:** nice(2), "C library/kernel differences": the value belongs to one thread.
final class Niceness {

    private static final int BACKGROUND = 7; // a fifth of a normal thread's weight: others must not starve it

    private Niceness() {}

    /// Lowers the calling thread's share for as long as it lives. Where the system refuses, it stays as it
    /// was.
    @SuppressWarnings("ThreadPriorityCheck") // a hint alone: nothing is right or wrong by who runs first
    static void standBack() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (System.getProperty("os.name").equals("Linux")) {
            raiseNice();
        }
    }

    @SuppressWarnings("restricted") // a call into C: its signature is the manual's
    private static void raiseNice() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        linker.defaultLookup()
                .find("nice")
                .map(address -> linker.downcallHandle(address, signature))
                .ifPresent(Niceness::call);
    }

    private static void call(MethodHandle nice) {
        try {
            int _ = (int) nice.invokeExact(BACKGROUND);
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }
}
