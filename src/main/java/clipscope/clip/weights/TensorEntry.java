package clipscope.clip.weights;

import java.util.List;

/// Where a tensor lies in a weight file, and what it is.
///
/// **Shape:** outermost dimension first; empty for a single number. The numbers are row-major,
/// little-endian.
///
/// **Unit:** `begin` and `end` are bytes from the start of the data, `end` not included.
///
/// **Thread:** Immutable.
public record TensorEntry(String name, DType dtype, List<Long> shape, long begin, long end) {

    public TensorEntry {
        shape = List.copyOf(shape);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("a tensor from byte %d to %d".formatted(begin, end));
        }
    }

    /// {@return the bytes that a shape takes}
    ///
    /// @throws ArithmeticException if that is more than 2^63
    static long bytes(DType dtype, List<Long> shape) {
        long bytes = dtype.bytes();
        for (long length : shape) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }
}
