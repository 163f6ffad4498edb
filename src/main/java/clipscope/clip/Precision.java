package clipscope.clip;

import java.util.Locale;

/// The number format a model computes in.
public enum Precision {
    /// Whichever of the others is faster on this machine.
    AUTO,
    FP32,
    BF16;

    /// {@return the name as it is typed and shown: `auto`, `fp32`, `bf16`}
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
