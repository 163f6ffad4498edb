package clipscope.clip;

import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.MatrixCeiling;
import clipscope.clip.engine.TorchRuntime;
import clipscope.clip.tower.MatrixProduct;
import clipscope.problem.ProblemException;
import java.util.List;

/// How many multiplications and additions this machine does in a second, in large matrix products.
///
/// **Thread:** Immutable.
///
/// @param fp32 operations a second in float32
/// @param bf16 operations a second in bfloat16
public record MachineSpeed(double fp32, double bf16) {

    /// Of the products of a batch of 32 pictures, the commonest in a ViT-B/32: 50 states each, from a block's
    /// width to four times it.
    private static final MatrixProduct USUAL = new MatrixProduct(50, 768, 3072, 1);

    private static final int BATCH = 32;

    /// What pictures get of the products' speed, measured with ViT-B/32 on a processor with AMX: 40.8 of 44
    /// images a second in float32, 129 of 240 in bfloat16.
    private static final double SHARE_FP32 = 0.9;

    private static final double SHARE_BF16 = 0.54;

    /// Measures: about half a second. Belongs on the inference thread.
    ///
    /// @throws ProblemException if the engine does not start, or memory ran out
    public static MachineSpeed measure() throws ProblemException {
        MatrixCeiling ceiling = new MatrixCeiling(TorchRuntime.start());
        double operations = USUAL.operations() * BATCH;
        return new MachineSpeed(
                operations / ceiling.seconds(List.of(USUAL), BATCH, ComputeType.FP32),
                operations / ceiling.seconds(List.of(USUAL), BATCH, ComputeType.BF16));
    }

    /// {@return about how many pictures a second a network takes, in whichever precision is faster}
    ///
    /// @param operations multiplications and additions for one picture
    public double imagesPerSecond(double operations) {
        return Math.max(SHARE_FP32 * fp32, SHARE_BF16 * bf16) / operations;
    }
}
