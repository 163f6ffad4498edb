package clipscope.train;

import java.nio.file.Path;

/// What to train, and for how long.
///
/// **Thread:** Immutable.
///
/// @param folder where the model is written
/// @param seed of everything random: pictures, captions and first weights
/// @param steps how many batches are learned from
/// @param imagesPerStep pictures in a batch
/// @param captionsPerImage captions that each picture brings; all of a batch are held against all of
///     its pictures
/// @param learningRate the highest
public record TrainingPlan(
        Path folder, long seed, int steps, int imagesPerStep, int captionsPerImage, double learningRate) {

    /// The steps of the bundled model.
    public static final int STEPS = 2000;

    public TrainingPlan {
        if (steps <= 0 || imagesPerStep <= 1 || captionsPerImage <= 0 || !(learningRate > 0)) {
            throw new IllegalArgumentException("%d steps of %d images with %d captions at %s"
                    .formatted(steps, imagesPerStep, captionsPerImage, learningRate));
        }
    }

    /// {@return the plan of the bundled model, with a seed and a number of steps of one's own}
    public static TrainingPlan standard(Path folder, long seed, int steps) {
        return new TrainingPlan(folder, seed, steps, 64, 2, 1.2e-3);
    }
}
