package clipscope.clip.pixels;

/// A filter for resizing, as Pillow defines it: made wider by the factor of the reduction, so that small
/// results do not alias.
///
/// **Source:** `src/libImaging/Resample.c` of Pillow, `bilinear_filter` and `bicubic_filter`.
public enum Resample {
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            return x < 1 ? 1 - x : 0;
        }
    },
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return ((SHARPNESS + 2) * x - (SHARPNESS + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * SHARPNESS : 0;
        }
    };

    private static final double SHARPNESS = -0.5; // Pillow's a; other libraries take -0.75

    private final int support;

    Resample(int support) {
        this.support = support;
    }

    /// {@return the distance from which on the weight is zero}
    int support() {
        return support;
    }

    /// {@return the filter's height}
    ///
    /// @param distance from the centre, in units of the wider of source and result pixel
    abstract double weight(double distance);
}
