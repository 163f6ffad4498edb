package clipscope.clip.weights;

import clipscope.task.Cancellation;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// How many of a tensor's numbers are none.
///
/// **Thread:** Immutable.
///
/// @param nan how many are NaN
/// @param infinite how many are an infinity of either sign
public record WeightStatistics(String tensor, long nan, long infinite) {

    private static final int CHUNK = 1 << 14; // numbers at once; they stay in the processor's nearest memory
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int F32_INFINITY = 0x7f800000; // the bits of +infinity; those of NaN are above
    private static final int F16_INFINITY = 0x7c00;
    private static final int BF16_INFINITY = 0x7f80;

    /// {@return whether every number is one}
    public boolean finite() {
        return nan == 0 && infinite == 0;
    }

    /// Reads all of a checkpoint.
    ///
    /// @param cancellation asked before each tensor; once true, what was found so far is returned
    /// @return one for each tensor of a type that weights have, in the checkpoint's order
    public static List<WeightStatistics> of(Checkpoint checkpoint, Cancellation cancellation) {
        List<WeightStatistics> statistics = new ArrayList<>();
        for (TensorEntry tensor : checkpoint.tensors().values()) {
            if (cancellation.requested()) {
                return statistics;
            }
            if (tensor.dtype().isWeight()) {
                statistics.add(of(tensor, checkpoint.bytes(tensor)));
            }
        }
        return statistics;
    }

    private static WeightStatistics of(TensorEntry tensor, MemorySegment bytes) {
        return switch (tensor.dtype()) {
            case F32 -> ofInts(tensor, bytes, F32_INFINITY);
            case F16 -> ofShorts(tensor, bytes, F16_INFINITY);
            case BF16 -> ofShorts(tensor, bytes, BF16_INFINITY);
            case F64, F8_E4M3, F8_E5M2 -> ofOthers(tensor, bytes);
            case I64, I32, I16, I8, U64, U32, U16, U8, BOOL ->
                throw new IllegalArgumentException("no weight: " + tensor);
        };
    }

    /// Number by number: such weights are rare. A double that is too large for a float counts as infinite.
    private static WeightStatistics ofOthers(TensorEntry tensor, MemorySegment bytes) {
        long nan = 0;
        long infinite = 0;
        for (long i = 0; i < bytes.byteSize() / tensor.dtype().bytes(); i++) {
            float number = WeightNumbers.at(bytes, tensor.dtype(), i);
            nan += Float.isNaN(number) ? 1 : 0;
            infinite += Float.isInfinite(number) ? 1 : 0;
        }
        return new WeightStatistics(tensor.name(), nan, infinite);
    }

    private static WeightStatistics ofInts(TensorEntry tensor, MemorySegment bytes, int infinity) {
        int[] chunk = new int[CHUNK];
        long count = bytes.byteSize() / Integer.BYTES;
        long nan = 0;
        long infinite = 0;
        for (long start = 0; start < count; start += CHUNK) {
            int length = (int) Math.min(CHUNK, count - start);
            MemorySegment.copy(bytes, INT, start * Integer.BYTES, chunk, 0, length);
            int chunkNan = 0;
            int chunkFinite = 0;
            for (int i = 0; i < length; i++) { // sign bits of differences, so that it becomes vector instructions
                int magnitude = chunk[i] & Integer.MAX_VALUE;
                chunkNan += (infinity - magnitude) >>> 31;
                chunkFinite += (magnitude - infinity) >>> 31;
            }
            nan += chunkNan;
            infinite += length - chunkNan - chunkFinite;
        }
        return new WeightStatistics(tensor.name(), nan, infinite);
    }

    private static WeightStatistics ofShorts(TensorEntry tensor, MemorySegment bytes, int infinity) {
        short[] chunk = new short[CHUNK];
        long count = bytes.byteSize() / Short.BYTES;
        long nan = 0;
        long infinite = 0;
        for (long start = 0; start < count; start += CHUNK) {
            int length = (int) Math.min(CHUNK, count - start);
            MemorySegment.copy(bytes, SHORT, start * Short.BYTES, chunk, 0, length);
            int chunkNan = 0;
            int chunkFinite = 0;
            for (int i = 0; i < length; i++) {
                int magnitude = chunk[i] & Short.MAX_VALUE;
                chunkNan += (infinity - magnitude) >>> 31;
                chunkFinite += (magnitude - infinity) >>> 31;
            }
            nan += chunkNan;
            infinite += length - chunkNan - chunkFinite;
        }
        return new WeightStatistics(tensor.name(), nan, infinite);
    }
}
