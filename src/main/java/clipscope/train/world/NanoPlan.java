package clipscope.train.world;

import clipscope.clip.engine.AdamW;
import clipscope.clip.engine.ComputeType;
import clipscope.train.run.RunPlan;
import java.nio.file.Path;

/// How the bundled model is trained.
///
/// **Thread:** Immutable.
///
/// @param drawings what the fetch script has brought
/// @param work where checkpoint and curve are kept
/// @param model where the model folder is written
/// @param seed of everything random: pictures, captions and first weights
/// @param steps how many batches are learned from
public record NanoPlan(Path drawings, Path work, Path model, long seed, int steps) {

    /// The steps of the bundled model.
    public static final int STEPS = 6_400;

    static final int PICTURES = 256; // in a batch
    static final int NAMES = 320; // of other things in a batch
    static final int KEPT_PATCHES = 32; // of 64
    private static final double WHOLE_FROM = 0.8; // of the training: from then on all patches are seen
    private static final double WARM_UP = 0.05; // of the training
    private static final AdamW OPTIMISER = new AdamW(0.9, 0.98, 1e-8, 0.1, 100, 1);

    /// {@return where the course of the training is written down}
    Path curve() {
        return work.resolve("curve.csv");
    }

    /// {@return the step from which pictures are seen whole}
    int wholeFrom() {
        return (int) (WHOLE_FROM * steps);
    }

    RunPlan run() {
        return new RunPlan(seed, steps, (int) (WARM_UP * steps), 1.2e-3, OPTIMISER, ComputeType.BF16, 50, 250);
    }
}
