package clipscope.clip;

import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.SiglipText;
import clipscope.clip.tower.TextTower;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.WeightNumbers;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;

/// The numbers of a checkpoint that turn cosines into logits. Of the factor it holds the natural logarithm.
public final class ScoreWeights {

    private static final Texts TEXTS = Texts.beside(ScoreWeights.class);

    private ScoreWeights() {}

    /// {@return the rule of a network with these weights}
    ///
    /// @param checkpoint one that has the numbers, of a kind that weights have
    /// @throws ProblemException if one of them is no finite number, or the factor is not above zero
    public static ScoreRule read(Checkpoint checkpoint, TextTower text) throws ProblemException {
        double scale = Math.exp(number(checkpoint, NetworkShape.LOGIT_SCALE));
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw bad(checkpoint, TEXTS.get("scale", NetworkShape.LOGIT_SCALE, String.valueOf(scale)));
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
        return WeightNumbers.at(checkpoint.bytes(entry), entry.dtype(), 0);
    }

    private static ProblemException bad(Checkpoint checkpoint, String reason) {
        return new ProblemException(new Problem.BadModelFile(checkpoint.location(), reason));
    }
}
