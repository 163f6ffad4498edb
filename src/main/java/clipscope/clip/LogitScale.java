package clipscope.clip;

import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The factor from cosine to logit, of which a checkpoint holds the natural logarithm.
final class LogitScale {

    private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort F16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private LogitScale() {}

    /// {@return exp of the stored number}
    ///
    /// @param checkpoint one that has the number, of a kind that weights have
    /// @throws ProblemException if the result is no finite number above zero
    static double read(Checkpoint checkpoint) throws ProblemException {
        TensorEntry entry = checkpoint.tensors().get(NetworkShape.LOGIT_SCALE);
        if (entry == null) {
            throw new IllegalArgumentException("an unchecked checkpoint: " + checkpoint.location());
        }
        double scale = Math.exp(number(checkpoint.bytes(entry), entry.dtype()));
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new ProblemException(new Problem.BadModelFile(
                    checkpoint.location(), "its %s stands for a factor of %s".formatted(entry.name(), scale)));
        }
        return scale;
    }

    private static float number(MemorySegment bytes, DType type) {
        return switch (type) {
            case F32 -> bytes.get(F32, 0);
            case F16 -> Float.float16ToFloat(bytes.get(F16, 0));
            case BF16 -> Float.intBitsToFloat(bytes.get(F16, 0) << Short.SIZE); // the upper half of a float
            case F64, I64, I32, I16, I8, U64, U32, U16, U8, BOOL, F8_E4M3, F8_E5M2 ->
                throw new IllegalArgumentException("no weight of type " + type);
        };
    }
}
