package clipscope.clip.engine;

/// Where torch computes.
///
/// **Thread:** Immutable.
public enum TorchDevice {
    CPU("cpu"),
    CUDA("cuda"),
    MPS("mps");

    private final String torchName;

    TorchDevice(String torchName) {
        this.torchName = torchName;
    }

    /// {@return its name in `torch.device`}
    String torchName() {
        return torchName;
    }
}
