package clipscope.clip.tower;

/// A product that a tower computes for one input: (rows, in) × (in, out).
///
/// **Thread:** Immutable.
///
/// @param times how many of this size there are
public record MatrixProduct(int rows, int in, int out, int times) {

    /// {@return the multiplications and additions of all of them}
    public double operations() {
        return 2.0 * rows * in * out * times;
    }
}
