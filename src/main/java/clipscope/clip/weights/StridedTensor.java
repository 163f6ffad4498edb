package clipscope.clip.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.Stream;

/// A tensor whose elements lie at regular steps in a storage, as PyTorch keeps transposed matrices.
///
/// **Unit:** `offset` and `strides` are elements.
///
/// **Thread:** Immutable.
public record StridedTensor(MemorySegment storage, DType type, long offset, List<Long> shape, List<Long> strides) {

    public StridedTensor {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    /// {@return whether all of it lies in the storage, and it has no more elements than that}
    public boolean fits() {
        if (shape.size() != strides.size()
                || offset < 0
                || Stream.concat(shape.stream(), strides.stream()).anyMatch(n -> n < 0)) {
            return false;
        }
        long stored = storage.byteSize() / type.bytes();
        try {
            long elements = TensorEntry.elements(shape);
            long last = offset;
            for (int d = 0; d < shape.size() && elements > 0; d++) {
                last = Math.addExact(last, Math.multiplyExact(shape.get(d) - 1, strides.get(d)));
            }
            return elements <= stored && (elements == 0 ? offset <= stored : last < stored);
        } catch (ArithmeticException _) {
            return false; // more than 2^63 elements
        }
    }

    /// {@return bytes}
    public long size() {
        return TensorEntry.elements(shape) * type.bytes();
    }

    /// {@return whether its elements lie one behind the other}
    public boolean isRowMajor() {
        long expected = 1;
        for (int d = shape.size() - 1; d >= 0; d--) {
            if (shape.get(d) != 1 && strides.get(d) != expected) {
                return size() == 0;
            }
            expected *= shape.get(d);
        }
        return true;
    }

    /// {@return its bytes in the storage, if it is row-major}
    public MemorySegment slice() {
        return storage.asSlice(offset * type.bytes(), size());
    }

    /// Copies its elements in row-major order.
    public void copyTo(MemorySegment target) {
        long[] index = new long[shape.size()];
        long source = offset;
        long elements = TensorEntry.elements(shape);
        for (long i = 0; i < elements; i++) {
            copy(source, target, i);
            for (int d = index.length - 1; d >= 0; d--) { // the next index, carried from the last dimension
                source += strides.get(d);
                if (++index[d] < shape.get(d)) {
                    break;
                }
                source -= strides.get(d) * index[d];
                index[d] = 0;
            }
        }
    }

    private void copy(long from, MemorySegment target, long to) {
        switch (type.bytes()) {
            case Byte.BYTES -> target.set(ValueLayout.JAVA_BYTE, to, storage.get(ValueLayout.JAVA_BYTE, from));
            case Short.BYTES ->
                target.setAtIndex(ValueLayout.JAVA_SHORT, to, storage.get(ValueLayout.JAVA_SHORT_UNALIGNED, from * 2));
            case Integer.BYTES ->
                target.setAtIndex(ValueLayout.JAVA_INT, to, storage.get(ValueLayout.JAVA_INT_UNALIGNED, from * 4));
            default -> // eight bytes, the largest type
                target.setAtIndex(ValueLayout.JAVA_LONG, to, storage.get(ValueLayout.JAVA_LONG_UNALIGNED, from * 8));
        }
    }
}
