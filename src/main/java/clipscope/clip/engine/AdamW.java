package clipscope.clip.engine;

/// The settings of the optimiser that stay the same over a training.
///
/// **Source:** Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization", algorithm 2.
///
/// @param beta1 how slowly the average of the gradient moves
/// @param beta2 how slowly the average of its square moves
/// @param epsilon what is added to the root of that average
/// @param decay the part of a matrix lost in a step, before the learning rate
/// @param maxLogitScale what the logit scale is kept below
/// @param maxGradientLength what the gradient is cut to
public record AdamW(
        double beta1, double beta2, double epsilon, double decay, double maxLogitScale, double maxGradientLength) {

    /// Those of the CLIP paper, table 20, for vision transformers; its epsilon for them, 1e-6.
    public static final AdamW OF_CLIP = new AdamW(0.9, 0.98, 1e-6, 0.2, 100, 1);
}
