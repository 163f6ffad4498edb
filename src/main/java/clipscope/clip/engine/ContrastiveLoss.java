package clipscope.clip.engine;

/// What a training makes small.
///
/// **Thread:** Immutable.
public enum ContrastiveLoss {
    /// Of all texts of the batch, which is the picture's own, and the same for texts: cross entropy.
    ///
    /// **Source:** Radford et al. 2021, figure 3.
    CROSS_ENTROPY,

    /// Of each picture and each text, whether they belong together. Learns a logit bias besides.
    ///
    /// **Source:** Zhai et al. 2023, "Sigmoid Loss for Language Image Pre-Training".
    SIGMOID
}
