package clipscope.train.drawing;

/// How a second colour lies in a figure.
public enum Pattern {
    STRIPED,
    DOTTED,
    CHECKED;

    /// {@return whether the second colour is at a place, in periods}
    boolean covers(double x, double y) {
        return switch (this) {
            case STRIPED -> fraction(x) < 0.5;
            case DOTTED -> Math.hypot(fraction(x) - 0.5, fraction(y) - 0.5) < 0.32;
            case CHECKED -> fraction(x / 2) < 0.5 == fraction(y / 2) < 0.5;
        };
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
