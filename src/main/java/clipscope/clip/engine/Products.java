package clipscope.clip.engine;

import java.util.Locale;
import java.util.Set;

/// Who multiplies the matrices of a program.
///
/// **Thread:** Immutable.
enum Products {
    /// torch's own operations: on every device, and with gradients.
    PLAIN("plain.py"),
    /// oneDNN on a processor: twice as fast as torch's choice in float32 on AMD's, for inference only.
    ONEDNN("onednn.py");

    private static final Set<String> X86 = Set.of("amd64", "x86_64"); // elsewhere torch is built without it, or untried

    private final String resource;

    Products(String resource) {
        this.resource = resource;
    }

    /// {@return the faster one for inference}
    ///
    /// @param architecture of the processor, by its name in Java
    static Products fastestOn(TorchDevice device, String architecture) {
        return device == TorchDevice.CPU && X86.contains(architecture.toLowerCase(Locale.ROOT)) ? ONEDNN : PLAIN;
    }

    /// {@return whether matrices are multiplied from where they lie in the file, and so stay in use}
    static boolean inPlace(Computation computation) {
        return computation.device() == TorchDevice.CPU
                && computation.type() == ComputeType.FP32
                && fastestOn(computation.device(), System.getProperty("os.arch")) == PLAIN;
    }

    /// {@return the part of the program that it is}
    String resource() {
        return resource;
    }
}
