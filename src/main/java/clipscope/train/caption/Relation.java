package clipscope.train.caption;

import clipscope.train.drawing.Figure;

/// How one figure of a picture stands to another.
public enum Relation {
    AND,
    LEFT_OF,
    RIGHT_OF,
    ABOVE,
    BELOW;

    private static final double NEAR = 0.08;
    private static final double FAR = 0.2;

    /// {@return whether the first figure stands so to the second}
    Truth of(Figure first, Figure second) {
        double right = first.x() - second.x();
        double down = first.y() - second.y();
        return switch (this) {
            case AND -> Truth.TRUE;
            case LEFT_OF -> Truth.above(-right, NEAR, FAR);
            case RIGHT_OF -> Truth.above(right, NEAR, FAR);
            case ABOVE -> Truth.above(-down, NEAR, FAR);
            case BELOW -> Truth.above(down, NEAR, FAR);
        };
    }
}
