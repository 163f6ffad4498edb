package clipscope.clip.weights;

import java.util.List;

/// Where a tensor lies in a weight file, and what it is.
///
/// **Shape:** `shape` is empty for a single value.
///
/// **Unit:** `begin` and `end` are bytes from the start of the tensor data.
///
/// **Thread:** Immutable.
public record TensorEntry(String name, DType dtype, List<Long> shape, long begin, long end) {

    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /// {@return whether the range lies in the data and has the length that type and shape ask for}
    boolean fits(long dataBytes) {
        try {
            long bytes = dtype.bytes();
            for (long n : shape) {
                bytes = Math.multiplyExact(bytes, n);
            }
            return begin >= 0 && end <= dataBytes && Math.subtractExact(end, begin) == bytes;
        } catch (ArithmeticException _) {
            return false; // more than 2^63 bytes
        }
    }
}
