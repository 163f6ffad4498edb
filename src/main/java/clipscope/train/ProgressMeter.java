package clipscope.train;

import java.time.Duration;
import java.util.Optional;

/// Averages losses and measures the speed of a training.
///
/// **Thread:** Confined to the training's thread.
final class ProgressMeter {

    private final TrainingPlan plan;
    private final long start = System.nanoTime();
    private double losses;
    private int count;

    ProgressMeter(TrainingPlan plan) {
        this.plan = plan;
    }

    void add(double loss) {
        losses += loss;
        count++;
    }

    /// {@return how the training stands after a step}; the mean of the losses begins anew
    TrainingProgress report(int step, Optional<Accuracy> accuracy) {
        double seconds = Math.max(1e-9, (System.nanoTime() - start) / 1e9);
        double stepsPerSecond = step / seconds;
        Duration left = Duration.ofSeconds(Math.round((plan.steps() - step) / stepsPerSecond));
        double loss = losses / count;
        losses = 0;
        count = 0;
        return new TrainingProgress(step, plan.steps(), loss, accuracy, stepsPerSecond * plan.imagesPerStep(), left);
    }
}
