package clipscope.clip.engine;

/// In which number format a network computes, and where.
///
/// **Thread:** Immutable.
public record Computation(ComputeType type, TorchDevice device) {

    /// {@return that format on the processor}
    public static Computation onCpu(ComputeType type) {
        return new Computation(type, TorchDevice.CPU);
    }
}
