package clipscope.clip.engine;

/// The function between the two layers of a block's perceptron.
public enum Activation {
    /// x · σ(1.702 x), the one of OpenAI's models.
    QUICK_GELU,
    /// x · Φ(x), exactly.
    GELU,
    /// The approximation of [#GELU] by a hyperbolic tangent.
    GELU_TANH
}
