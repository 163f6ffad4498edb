package clipscope.task;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The end of the process while a native library computes.
///
/// `System.exit`, and `halt` too, let the C library tidy up: it takes apart what libraries have set up, below
/// the feet of threads that still compute with it, and the system then reports a fault.
///
/// **Source:** C17, 7.22.4.5: `_Exit` calls no function that was registered for the end.
public final class ProcessEnd {

    private ProcessEnd() {}

    /// Ends the process as it stands. Nobody is told: what must not be lost has been written.
    @SuppressWarnings("restricted") // a call into C: its signature is the standard's
    public static void now(int status) {
        Linker linker = Linker.nativeLinker();
        Optional<MethodHandle> exit = linker.defaultLookup()
                .find("_Exit")
                .map(place -> linker.downcallHandle(place, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)));
        if (exit.isPresent()) {
            try {
                exit.get().invokeExact(status);
            } catch (Throwable e) {
                throw new AssertionError("a C function throws nothing", e);
            }
        }
        Runtime.getRuntime().halt(status); // a system whose libraries keep it from us
    }
}
