package clipscope.train.world;

import clipscope.clip.engine.AdamW;
import clipscope.clip.engine.ComputeType;
import clipscope.train.run.RunPlan;
import java.nio.file.Path;
import java.util.Optional;

/// How the bundled model is trained.
///
/// **Thread:** Immutable.
///
/// @param drawings what the fetch script has brought
/// @param from the model folder whose weights and pieces it begins with; empty for random weights
/// @param work where checkpoint and curve are kept
/// @param model where the model folder is written
/// @param seed of everything random: pictures, captions, and first weights where they are
/// @param steps how many batches are learned from
public record NanoPlan(Path drawings, Optional<Path> from, Path work, Path model, long seed, int steps) {

    /// The steps of the bundled model's first course.
    public static final int STEPS = 6_400;

    private static final double RATE = 1.2e-3; // the highest
    private static final double RATE_OF_LEARNED = 6e-4; // more would undo what it knows
    private static final double EASY_UNTIL = 1.0 / 3; // of a training from nothing

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

    /// {@return the step until which shapes get harder; 0 if they are as hard as they get from the start}
    int easyUntil() {
        return from.isPresent() ? 0 : (int) (EASY_UNTIL * steps);
    }

    RunPlan run() {
        double rate = from.isPresent() ? RATE_OF_LEARNED : RATE;
        return new RunPlan(seed, steps, (int) (WARM_UP * steps), rate, OPTIMISER, ComputeType.BF16, 50, 250);
    }
}
