package clipscope.clip.weights;

import java.util.Optional;

/// The type of a stored tensor's elements, by its name in safetensors.
///
/// **Thread:** Immutable.
public enum DType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1),
    F8_E4M3(1),
    F8_E5M2(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    static Optional<DType> named(String name) {
        for (DType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// {@return the size of one element}
    public int bytes() {
        return bytes;
    }

    /// {@return whether a network can be run on weights of this type}
    public boolean isWeight() {
        return switch (this) {
            case F64, F32, F16, BF16, F8_E4M3, F8_E5M2 -> true;
            case I64, I32, I16, I8, U64, U32, U16, U8, BOOL -> false;
        };
    }
}
