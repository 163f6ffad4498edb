package clipscope.clip.pixels;

/// The filter that weighs source pixels when a picture is resized.
///
/// **Source:** Pillow 9.4, `src/libImaging/Resample.c`.
public enum Resample {
    BILINEAR(1.0) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            return x < 1 ? 1 - x : 0;
        }
    },
    BICUBIC(2.0) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return ((A + 2) * x - (A + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
        }
    };

    private static final double A = -0.5; // Pillow's; OpenCV takes -0.75

    private final double support;

    Resample(double support) {
        this.support = support;
    }

    /// {@return the distance from which on every weight is zero, in pixels of the coarser of the two
    /// pictures}
    double support() {
        return support;
    }

    /// {@return the weight of a pixel that is so many pixels away, not yet normalised}
    abstract double weight(double distance);
}
