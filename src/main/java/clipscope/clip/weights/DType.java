package clipscope.clip.weights;

import java.util.Optional;

/// A type of the numbers in a weight file, by the name that safetensors gives it.
public enum DType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /// {@return the bytes of one number}
    public int bytes() {
        return bytes;
    }

    /// {@return the type of that name, empty if it is none of ours}
    static Optional<DType> named(String name) {
        for (DType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
