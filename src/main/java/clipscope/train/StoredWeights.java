package clipscope.train;

import clipscope.clip.CheckpointCheck;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.WeightNumbers;
import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// The weights of a model as numbers to begin a training with.
public final class StoredWeights {

    private StoredWeights() {}

    /// {@return the weights of a model, in the order of [TrainingNetwork#weights()]}
    ///
    /// @throws ProblemException if they cannot be read, or are not those of the shape
    public static List<FloatTensor> read(ModelPlan plan, ClipShape shape) throws ProblemException {
        try (Checkpoint checkpoint = plan.weights().open()) {
            CheckpointCheck.check(checkpoint, shape.network());
            List<FloatTensor> weights = new ArrayList<>();
            for (WeightSpec spec : TrainingNetwork.specs(shape)) {
                weights.add(read(checkpoint, spec));
            }
            return weights;
        }
    }

    private static FloatTensor read(Checkpoint checkpoint, WeightSpec spec) {
        TensorEntry entry = checkpoint.tensors().get(spec.name());
        if (entry == null) {
            throw new IllegalArgumentException("an unchecked checkpoint: " + checkpoint.location());
        }
        MemorySegment bytes = checkpoint.bytes(entry);
        float[] values = new float[Math.toIntExact(spec.shape().stream().reduce(1L, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = WeightNumbers.at(bytes, entry.dtype(), i);
        }
        return FloatTensor.adopt(spec.name(), spec.shape(), values);
    }
}
