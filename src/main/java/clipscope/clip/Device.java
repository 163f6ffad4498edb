package clipscope.clip;

import clipscope.clip.engine.TorchDevice;
import java.util.Locale;

/// Where a model computes.
public enum Device {
    /// On the graphics card if PyTorch reports one, else on the processor.
    AUTO,
    CPU,
    /// A graphics card of NVIDIA's.
    CUDA,
    /// The graphics card of an Apple computer.
    MPS;

    /// {@return the name as it is typed: `auto`, `cpu`, `cuda`, `mps`}
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the name as it is shown: `CPU`, `CUDA`, `MPS`}
    public String words() {
        return name();
    }

    /// {@return that of the engine}
    static Device of(TorchDevice device) {
        return switch (device) {
            case CPU -> CPU;
            case CUDA -> CUDA;
            case MPS -> MPS;
        };
    }
}
