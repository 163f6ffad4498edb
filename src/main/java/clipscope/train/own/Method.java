package clipscope.train.own;

import clipscope.clip.engine.AdamW;
import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.ContrastiveLoss;
import clipscope.clip.engine.LearnedPart;
import clipscope.train.run.RateCurve;
import clipscope.train.run.RunPlan;

/// How a model learns.
///
/// **Thread:** Immutable.
///
/// @param part what of the model is learned
/// @param steps how many batches
/// @param batch pictures in each
/// @param rate the highest learning rate
/// @param warmUp the share of the steps in which the rate rises, 0 to 1
/// @param decay the part of a matrix lost in a step, before the learning rate
public record Method(
        LearnedPart part,
        ContrastiveLoss loss,
        int steps,
        int batch,
        double rate,
        double warmUp,
        RateCurve curve,
        double decay,
        ComputeType products) {

    /// How often the held-out pictures are asked for.
    private static final int EXAMINATIONS = 20;

    private static final int REPORTS = 200;

    public Method {
        if (steps < 1 || batch < 2 || !(rate > 0) || !(warmUp >= 0 && warmUp <= 1) || !(decay >= 0)) {
            throw new IllegalArgumentException(
                    "%d steps of %d, rate %s, warm-up %s, decay %s".formatted(steps, batch, rate, warmUp, decay));
        }
    }

    /// {@return what is usual for a model trained from nothing}
    public static Method fromNothing() {
        return new Method(
                new LearnedPart.Everything(),
                ContrastiveLoss.CROSS_ENTROPY,
                1000,
                64,
                1e-3,
                0.1,
                RateCurve.COSINE,
                0.1,
                ComputeType.FP32);
    }

    /// {@return what is usual for a part of a model there is: all of it moves the least}
    public static Method from(LearnedPart part) {
        double rate = switch (part) {
            case LearnedPart.Everything() -> 1e-5; // Wortsman et al. 2022, "Robust fine-tuning of zero-shot models"
            case LearnedPart.Adapters(int _) -> 3e-4;
            case LearnedPart.Projections() -> 1e-3;
        };
        return new Method(
                part, ContrastiveLoss.CROSS_ENTROPY, 300, 32, rate, 0.1, RateCurve.COSINE, 0.1, ComputeType.FP32);
    }

    RunPlan run(long seed) {
        return new RunPlan(
                seed,
                steps,
                (int) Math.round(warmUp * steps),
                rate,
                curve,
                optimiser(),
                products,
                Math.ceilDiv(steps, REPORTS),
                Math.ceilDiv(steps, EXAMINATIONS));
    }

    AdamW optimiser() {
        return new AdamW(0.9, 0.98, 1e-8, decay, 100, 1); // the CLIP paper, table 20; its epsilon is for half precision
    }
}
