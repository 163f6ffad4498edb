package clipscope.train.run;

/// How the learning rate goes on once it has risen.
public enum RateCurve {
    /// Down to a hundredth along half a cosine, as in the CLIP paper.
    COSINE,
    /// Down to a hundredth in a line.
    LINEAR,
    /// Not at all.
    CONSTANT;

    private static final double LAST = 0.01; // of the peak

    /// {@return the rate as a share of the highest}
    ///
    /// @param done of the training, 0 to 1
    double at(double done) {
        double left = switch (this) {
            case COSINE -> (1 + Math.cos(Math.PI * done)) / 2;
            case LINEAR -> 1 - done;
            case CONSTANT -> 1;
        };
        return LAST + (1 - LAST) * left;
    }
}
