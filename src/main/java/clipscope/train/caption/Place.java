package clipscope.train.caption;

import clipscope.train.drawing.Figure;

/// Where in the picture a figure is.
public enum Place {
    LEFT,
    RIGHT,
    TOP,
    BOTTOM,
    CENTRE;

    /// {@return whether a figure is there}
    Truth of(Figure figure) {
        double x = figure.x();
        double y = figure.y();
        return switch (this) {
            case LEFT -> Truth.above(-x, -0.45, -0.36);
            case RIGHT -> Truth.above(x, 0.55, 0.64);
            case TOP -> Truth.above(-y, -0.45, -0.36);
            case BOTTOM -> Truth.above(y, 0.55, 0.64);
            case CENTRE -> Truth.above(-Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)), -0.2, -0.1);
        };
    }
}
