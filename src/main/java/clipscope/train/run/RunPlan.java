package clipscope.train.run;

import clipscope.clip.engine.AdamW;
import clipscope.clip.engine.ComputeType;

/// The course of a training.
///
/// **Thread:** Immutable.
///
/// @param seed of the first weights
/// @param steps how many batches are learned from
/// @param warmUp how many of them it takes to reach the highest rate
/// @param peakRate the highest learning rate
/// @param curve how it goes down again
/// @param products the number format of matrix products
/// @param reportEvery so many steps
/// @param saveEvery so many steps: examined, if somebody does that, and saved
public record RunPlan(
        long seed,
        int steps,
        int warmUp,
        double peakRate,
        RateCurve curve,
        AdamW optimiser,
        ComputeType products,
        int reportEvery,
        int saveEvery) {

    public RunPlan {
        if (steps <= 0 || warmUp < 0 || !(peakRate > 0) || reportEvery <= 0 || saveEvery <= 0) {
            throw new IllegalArgumentException("%d steps, %d to warm up, rate %s".formatted(steps, warmUp, peakRate));
        }
    }

    /// The plan of a training whose rate goes down along half a cosine.
    public RunPlan(
            long seed,
            int steps,
            int warmUp,
            double peakRate,
            AdamW optimiser,
            ComputeType products,
            int reportEvery,
            int saveEvery) {
        this(seed, steps, warmUp, peakRate, RateCurve.COSINE, optimiser, products, reportEvery, saveEvery);
    }

    /// {@return the rate of a step: up in a line, then down along the curve}
    double rate(int step) {
        double done = (double) step / steps;
        double rise = warmUp == 0 ? 1 : Math.min(1, (double) step / warmUp);
        return peakRate * rise * curve.at(done);
    }
}
