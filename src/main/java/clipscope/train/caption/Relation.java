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

    /// {@return what is false where this is true; "and" has no such}
    public Relation opposite() {
        return switch (this) {
            case AND -> AND;
            case LEFT_OF -> RIGHT_OF;
            case RIGHT_OF -> LEFT_OF;
            case ABOVE -> BELOW;
            case BELOW -> ABOVE;
        };
    }

    /// {@return whether the first figure stands so to the second}
    Truth of(Figure first, Figure second) {
        return of(first.x() - second.x(), first.y() - second.y());
    }

    /// {@return whether something stands so that is so far to the right of another and so far below it,
    /// in parts of the picture's side}
    public Truth of(double right, double down) {
        return switch (this) {
            case AND -> Truth.TRUE;
            case LEFT_OF -> Truth.above(-right, NEAR, FAR);
            case RIGHT_OF -> Truth.above(right, NEAR, FAR);
            case ABOVE -> Truth.above(-down, NEAR, FAR);
            case BELOW -> Truth.above(down, NEAR, FAR);
        };
    }
}
