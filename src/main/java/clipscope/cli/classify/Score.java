package clipscope.cli.classify;

/// What is made of the logits of an image's labels.
enum Score {
    /// Probabilities over the labels, which sum to 1.
    SOFTMAX,

    /// A probability for each label alone.
    SIGMOID,

    /// None: cosine and logit only.
    COSINE
}
