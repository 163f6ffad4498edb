package clipscope.clip.engine;

/// The number format a network computes in. Weights are cast to it once, whatever they are stored in.
///
/// **Thread:** Immutable.
public enum ComputeType {
    FP32(6),
    BF16(15),
    FP16(5);

    private final int scalarType;

    ComputeType(int scalarType) {
        this.scalarType = scalarType;
    }

    /// {@return libtorch's number of the format, from `c10/core/ScalarType.h`}
    int scalarType() {
        return scalarType;
    }
}
