package clipscope.embedding;

import java.util.Arrays;

/// A point on the unit sphere that a tower gave to an image or a text.
///
/// **Shape:** `(D)`, D the dimension both towers project to.
///
/// **Range:** Euclidean length 1, up to the rounding of `float`.
///
/// **Thread:** Immutable.
///
/// **Source:** Radford et al. 2021, figure 3, `l2_normalize`.
public final class Embedding {

    private static final double ROUNDING = 1e-4; // of ten thousand coordinates in float

    private final float[] values;
    private final double length;

    private Embedding(float[] values, double length) {
        this.values = values;
        this.length = length;
    }

    /// Scales a projected vector to length 1.
    ///
    /// @throws IllegalArgumentException if the vector has no direction: it is zero, infinite or not a
    ///     number
    public static Embedding ofProjection(float[] projection) {
        double squares = 0;
        for (float v : projection) {
            squares += (double) v * v;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a projection of length " + length + " has no direction");
        }
        float[] unit = new float[projection.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (projection[i] / length);
        }
        return new Embedding(unit, length);
    }

    /// {@return an embedding as it was before it was written down}
    ///
    /// @param unit its coordinates, of length 1
    /// @param length of the vector that the tower gave
    /// @throws IllegalArgumentException if it is none
    public static Embedding restored(float[] unit, double length) {
        double squares = 0;
        for (float v : unit) {
            squares += (double) v * v;
        }
        if (!(Math.abs(squares - 1) < ROUNDING) || !(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("coordinates of length %s for %s".formatted(Math.sqrt(squares), length));
        }
        return new Embedding(unit.clone(), length);
    }

    /// {@return the length of the vector that the tower gave}
    public double length() {
        return length;
    }

    public int dimensions() {
        return values.length;
    }

    public float at(int i) {
        return values[i];
    }

    /// {@return the cosine of the angle between the two, in [-1, 1]}
    ///
    /// @throws IllegalArgumentException if the dimensions differ: the two are of different models
    public float cosine(Embedding other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "embeddings of %d and %d dimensions".formatted(values.length, other.values.length));
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return (float) Math.clamp(sum, -1.0, 1.0); // rounding may leave the interval by an ulp
    }

    /// {@return a copy of the coordinates}
    public float[] toArray() {
        return values.clone();
    }

    /// {@return the vector as the tower gave it, before it was scaled to length 1; exact to a rounding of
    /// `float`}
    public float[] projection() {
        float[] projection = new float[values.length];
        for (int i = 0; i < projection.length; i++) {
            projection[i] = (float) (values[i] * length);
        }
        return projection;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding(%d)".formatted(values.length);
    }
}
