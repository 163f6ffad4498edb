package clipscope.train.drawing;

import java.util.Locale;

/// What a figure is.
public enum Shape {
    CIRCLE(0),
    SQUARE(6),
    TRIANGLE(12),
    STAR(12),
    HEART(10),
    CROSS(10),
    DIAMOND(5),
    RING(0),
    MOON(15),
    ARROW(180),
    FLOWER(36);

    private final double maxTilt;

    Shape(double maxTilt) {
        this.maxTilt = maxTilt;
    }

    /// {@return how far it may be turned either way and still be called so, in degrees}
    double maxTilt() {
        return maxTilt;
    }

    /// {@return the outline around the origin, within a circle of radius 1}
    Polygon outline() {
        return switch (this) {
            case CIRCLE, RING -> Polygon.around(32, _ -> 1);
            case SQUARE -> Polygon.of(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85);
            case TRIANGLE -> Polygon.around(3, _ -> 1);
            case STAR -> Polygon.around(10, turn -> Math.round(turn * 10) % 2 == 0 ? 1 : 0.42);
            case HEART -> heart();
            case CROSS -> cross();
            case DIAMOND -> Polygon.of(0, -1, 0.7, 0, 0, 1, -0.7, 0);
            case MOON -> moon();
            case ARROW -> Polygon.of(-1, -0.26, 0.1, -0.26, 0.1, -0.75, 1, 0, 0.1, 0.75, 0.1, 0.26, -1, 0.26);
            case FLOWER -> Polygon.around(40, turn -> 0.74 + 0.26 * Math.cos(10 * Math.PI * turn));
        };
    }

    /// {@return the word for it}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Two bars of width 0.6.
    private static Polygon cross() {
        return Polygon.of(
                -0.3, -1, 0.3, -1, 0.3, -0.3, 1, -0.3, 1, 0.3, 0.3, 0.3, 0.3, 1, -0.3, 1, -0.3, 0.3, -1, 0.3, -1, -0.3,
                -0.3, -0.3);
    }

    /// The heart curve x = 16 sin³ t, y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t, made smaller and moved
    /// up.
    private static Polygon heart() {
        return Polygon.along(36, turn -> Math.pow(Math.sin(2 * Math.PI * turn), 3) * 0.95, turn -> {
            double t = 2 * Math.PI * turn;
            return (-13 * Math.cos(t) + 5 * Math.cos(2 * t) + 2 * Math.cos(3 * t) + Math.cos(4 * t)) / 17 - 0.1;
        });
    }

    /// A circle of radius 1 without one of radius 0.8 that lies 0.45 to the right.
    private static Polygon moon() {
        double offset = 0.45;
        double bite = 0.8;
        // the circles cross where x² + y² = 1 and (x − offset)² + y² = bite²
        double crossX = (1 - bite * bite + offset * offset) / (2 * offset);
        double outerHalf = Math.acos(crossX);
        double innerHalf = Math.atan2(Math.sin(outerHalf), crossX - offset);
        Polygon.Curve outer = turn -> outerHalf + turn * 2 * (2 * Math.PI - 2 * outerHalf);
        Polygon.Curve inner = turn -> 2 * Math.PI - innerHalf - (turn - 0.5) * 2 * (2 * Math.PI - 2 * innerHalf);
        return Polygon.along(
                36,
                turn -> turn < 0.5 ? Math.cos(outer.at(turn)) : offset + bite * Math.cos(inner.at(turn)),
                turn -> turn < 0.5 ? Math.sin(outer.at(turn)) : bite * Math.sin(inner.at(turn)));
    }
}
