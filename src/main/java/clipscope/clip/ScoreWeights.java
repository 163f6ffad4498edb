package clipscope.clip;

import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.SiglipText;
import clipscope.clip.tower.TextTower;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The numbers of a checkpoint that turn cosines into logits. Of the factor it holds the natural logarithm.
public final class ScoreWeights {

    private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort F16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private ScoreWeights() {}

    /// {@return the rule of a network with these weights}
    ///
    /// @param checkpoint one that has the numbers, of a kind that weights have
    /// @throws ProblemException if one of them is no finite number, or the factor is not above zero
    public static ScoreRule read(Checkpoint checkpoint, TextTower text) throws ProblemException {
        double scale = Math.exp(number(checkpoint, NetworkShape.LOGIT_SCALE));
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw bad(checkpoint, "its %s stands for a factor of %s".formatted(NetworkShape.LOGIT_SCALE, scale));
        }
        return switch (text) {
            case ClipText _ -> new ScoreRule.Softmax(scale);
            case SiglipText _ -> new ScoreRule.Sigmoid(scale, bias(checkpoint));
        };
    }

    private static double bias(Checkpoint checkpoint) throws ProblemException {
        double bias = number(checkpoint, NetworkShape.LOGIT_BIAS);
        if (!Double.isFinite(bias)) {
            throw bad(checkpoint, "its %s is %s".formatted(NetworkShape.LOGIT_BIAS, bias));
        }
        return bias;
    }

    private static float number(Checkpoint checkpoint, String name) {
        TensorEntry entry = checkpoint.tensors().get(name);
        if (entry == null) {
            throw new IllegalArgumentException("an unchecked checkpoint: " + checkpoint.location());
        }
        return number(checkpoint.bytes(entry), entry.dtype());
    }

    private static float number(MemorySegment bytes, DType type) {
        return switch (type) {
            case F32 -> bytes.get(F32, 0);
            case F16 -> Float.float16ToFloat(bytes.get(F16, 0));
            case BF16 -> Float.intBitsToFloat(bytes.get(F16, 0) << Short.SIZE); // the upper half of a float
            case F64, I64, I32, I16, I8, U64, U32, U16, U8, BOOL, F8_E4M3, F8_E5M2 ->
                throw new IllegalArgumentException("a weight of type " + type);
        };
    }

    private static ProblemException bad(Checkpoint checkpoint, String reason) {
        return new ProblemException(new Problem.BadModelFile(checkpoint.location(), reason));
    }
}
