package clipscope.clip;

import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.MatrixCeiling;
import clipscope.clip.engine.TorchRuntime;
import clipscope.clip.layout.ModelPlan;
import clipscope.problem.ProblemException;

/// How fast a model could be on this machine if it were its matrix products alone.
///
/// **Thread:** Confined to the inference thread.
public final class SpeedLimit {

    private final ModelPlan plan;
    private final MatrixCeiling ceiling;
    private final ComputeType type;

    private SpeedLimit(ModelPlan plan, MatrixCeiling ceiling, ComputeType type) {
        this.plan = plan;
        this.ceiling = ceiling;
        this.type = type;
    }

    /// {@return the limit of a model in a precision}
    ///
    /// @param precision not [Precision#AUTO]
    /// @throws ProblemException if the engine does not start
    public static SpeedLimit of(ModelPlan plan, Precision precision) throws ProblemException {
        return new SpeedLimit(plan, new MatrixCeiling(TorchRuntime.start()), precision.computeType());
    }

    /// {@return the images of a second, in batches of this size}
    ///
    /// @throws ProblemException if memory ran out
    public double imagesPerSecond(int batch) throws ProblemException {
        return batch / ceiling.seconds(plan.network().image().products(), batch, type);
    }

    /// {@return the texts of a second, in batches of this size}
    ///
    /// @param tokens of each text
    /// @throws ProblemException if memory ran out
    public double textsPerSecond(int batch, int tokens) throws ProblemException {
        return batch / ceiling.seconds(plan.network().text().products(tokens), batch, type);
    }

    /// {@return the operations of one image, multiplications and additions}
    public double operationsPerImage() {
        return plan.network().image().operationsPerImage();
    }
}
