package clipscope.clip;

import clipscope.clip.engine.ComputeType;
import java.util.Locale;

/// The number format a model computes in.
public enum Precision {
    /// Whichever of the others is fastest on this machine.
    AUTO,
    FP32,
    BF16,
    /// For graphics cards; processors compute slowly in it.
    FP16;

    /// {@return the name as it is typed and shown: `auto`, `fp32`, `bf16`, `fp16`}
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return how many bytes a number takes}
    ///
    /// @throws IllegalStateException for [#AUTO], which stands for one of the others
    public int bytes() {
        return switch (this) {
            case AUTO -> throw new IllegalStateException("not decided");
            case FP32 -> 4;
            case BF16, FP16 -> 2;
        };
    }

    /// {@return the format of the engine}
    ///
    /// @throws IllegalStateException for [#AUTO], which stands for one of the others
    ComputeType computeType() {
        return switch (this) {
            case AUTO -> throw new IllegalStateException("not decided");
            case FP32 -> ComputeType.FP32;
            case BF16 -> ComputeType.BF16;
            case FP16 -> ComputeType.FP16;
        };
    }
}
