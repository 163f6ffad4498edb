package clipscope.train.drawing;

/// A closed outline of straight edges.
///
/// **Unit:** that of its coordinates; y grows downwards.
///
/// **Thread:** Immutable.
final class Polygon {

    /// Gives a point of a curve for a turn, 0 to 1.
    @FunctionalInterface
    interface Curve {
        double at(double turn);
    }

    private final double[] xs;
    private final double[] ys;

    private Polygon(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /// {@return the polygon through the points x0, y0, x1, y1, …}
    static Polygon of(double... points) {
        double[] xs = new double[points.length / 2];
        double[] ys = new double[points.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        return new Polygon(xs, ys);
    }

    /// {@return corners at equal angles around the origin, the first straight above it}
    ///
    /// @param radius the distance from the origin for a turn clockwise from the first corner
    static Polygon around(int corners, Curve radius) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double turn = (double) i / corners;
            xs[i] = radius.at(turn) * Math.sin(2 * Math.PI * turn);
            ys[i] = -radius.at(turn) * Math.cos(2 * Math.PI * turn);
        }
        return new Polygon(xs, ys);
    }

    /// {@return points of a closed curve at equal steps}
    static Polygon along(int points, Curve x, Curve y) {
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = x.at((double) i / points);
            ys[i] = y.at((double) i / points);
        }
        return new Polygon(xs, ys);
    }

    /// {@return the polygon turned clockwise, then scaled along each axis, then moved}
    Polygon placed(double radians, double scaleX, double scaleY, double moveX, double moveY) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        double[] newXs = new double[xs.length];
        double[] newYs = new double[ys.length];
        for (int i = 0; i < xs.length; i++) {
            newXs[i] = (cos * xs[i] - sin * ys[i]) * scaleX + moveX;
            newYs[i] = (sin * xs[i] + cos * ys[i]) * scaleY + moveY;
        }
        return new Polygon(newXs, newYs);
    }

    /// {@return the distance from a point to the nearest edge, negative inside}
    double signedDistance(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY; // squared
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            double edgeX = xs[j] - xs[i];
            double edgeY = ys[j] - ys[i];
            double toX = x - xs[i];
            double toY = y - ys[i];
            double along = (toX * edgeX + toY * edgeY) / (edgeX * edgeX + edgeY * edgeY);
            double clamped = Math.clamp(along, 0.0, 1.0);
            double dx = toX - clamped * edgeX;
            double dy = toY - clamped * edgeY;
            nearest = Math.min(nearest, dx * dx + dy * dy);
            // a ray to the right crosses the edge: inside after an odd number of crossings
            if (ys[i] > y != ys[j] > y && toX < edgeX * toY / edgeY) {
                inside = !inside;
            }
        }
        return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
    }
}
