package clipscope.train;

/// How the learning rate and the difficulty of the pictures change over a training.
///
/// **Thread:** Immutable.
///
/// @param steps of the whole training
/// @param peak the highest learning rate
record Schedule(int steps, double peak) {

    private static final double WARM_UP = 0.05; // parts of the training, here and below
    private static final double EASY = 0.1;
    private static final double FULL = 0.6;
    private static final double LAST = 0.01; // of the peak

    /// {@return the rate of a step: up in a line, then down along half a cosine}
    double learningRate(int step) {
        double done = (double) step / steps;
        double rise = Math.min(1, done / WARM_UP);
        return peak * rise * (LAST + (1 - LAST) * (1 + Math.cos(Math.PI * done)) / 2);
    }

    /// {@return the difficulty of a step's pictures, from 0 to 1}
    double difficulty(int step) {
        double done = (double) step / steps;
        return Math.clamp((done - EASY) / (FULL - EASY), 0.0, 1.0);
    }
}
