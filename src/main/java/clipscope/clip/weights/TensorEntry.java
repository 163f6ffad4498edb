package clipscope.clip.weights;

import java.util.List;

/// Where a tensor lies in a weight file, and what it is.
///
/// **Shape:** `shape` is empty for a single value.
///
/// **Unit:** `begin` and `end` are bytes from the start of the tensor data; where a file keeps each tensor
/// apart, from the start of this one.
///
/// **Thread:** Immutable.
public record TensorEntry(String name, DType dtype, List<Long> shape, long begin, long end) {

    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /// {@return an entry for a tensor whose bytes its checkpoint finds by the name}
    public static TensorEntry named(String name, DType dtype, List<Long> shape) {
        return new TensorEntry(name, dtype, shape, 0, elements(shape) * dtype.bytes());
    }

    /// {@return how many elements a tensor of this shape has}
    ///
    /// @throws ArithmeticException if they are more than 2^63
    public static long elements(List<Long> shape) {
        long elements = 1;
        for (long n : shape) {
            elements = Math.multiplyExact(elements, n);
        }
        return elements;
    }

    /// {@return bytes}
    public long size() {
        return end - begin;
    }

    /// {@return whether the range has the length that type and shape ask for}
    boolean hasItsSize() {
        try {
            return begin >= 0 && Math.subtractExact(end, begin) == Math.multiplyExact(elements(shape), dtype.bytes());
        } catch (ArithmeticException _) {
            return false; // more than 2^63 bytes
        }
    }
}
