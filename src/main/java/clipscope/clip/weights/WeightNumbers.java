package clipscope.clip.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Stored numbers of every type that weights have, as floats.
///
/// A number that float cannot hold becomes the nearest one, or infinity; only [DType#F64] has such numbers.
///
/// **Source:** IEEE 754; Micikevicius et al. 2022, "FP8 Formats for Deep Learning", table 1.
public final class WeightNumbers {

    private static final ValueLayout.OfDouble F64 =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort BITS = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private WeightNumbers() {}

    /// {@return the number at a place of a tensor}
    ///
    /// @throws IllegalArgumentException for a type that weights do not have
    public static float at(MemorySegment bytes, DType type, long index) {
        return switch (type) {
            case F64 -> (float) bytes.get(F64, index * Double.BYTES);
            case F32 -> bytes.get(F32, index * Float.BYTES);
            case F16 -> Float.float16ToFloat(bytes.get(BITS, index * Short.BYTES));
            case BF16 -> Float.intBitsToFloat(bytes.get(BITS, index * Short.BYTES) << Short.SIZE); // the upper half
            case F8_E5M2 -> Float.float16ToFloat((short) (bytes.get(ValueLayout.JAVA_BYTE, index) << Byte.SIZE));
            case F8_E4M3 -> e4m3(bytes.get(ValueLayout.JAVA_BYTE, index));
            case I64, I32, I16, I8, U64, U32, U16, U8, BOOL ->
                throw new IllegalArgumentException("a weight of type " + type);
        };
    }

    /// Four bits of exponent with a bias of 7, three of mantissa; no infinity, and NaN where all are set.
    private static float e4m3(byte bits) {
        int exponent = bits >> 3 & 15;
        int mantissa = bits & 7;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == 15 && mantissa == 7) {
            return Float.NaN;
        }
        return exponent == 0
                ? sign * Math.scalb((float) mantissa, -9)
                : sign * Math.scalb((float) (8 + mantissa), exponent - 10);
    }
}
