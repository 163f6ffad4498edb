package clipscope.clip.tower;

import java.util.Arrays;
import java.util.List;

/// A weight that a network needs: its name in a checkpoint and its shape.
///
/// **Thread:** Immutable.
public record WeightSpec(String name, List<Long> shape) {

    static final int CHANNELS = 3; // red, green, blue

    public WeightSpec {
        shape = List.copyOf(shape);
    }

    public static WeightSpec of(String name, long... shape) {
        return new WeightSpec(name, Arrays.stream(shape).boxed().toList());
    }

    /// {@return how many numbers it is}
    long numbers() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /// {@return the kernels that make states of patches}
    static WeightSpec patches(String name, int width, int patchSize) {
        return of(name + ".weight", width, CHANNELS, patchSize, patchSize);
    }

    /// {@return weight and bias of a layer that normalises states of a width}
    static List<WeightSpec> norm(String name, int width) {
        return List.of(of(name + ".weight", width), of(name + ".bias", width));
    }

    /// {@return weight and bias of a matrix from states of one width to those of another}
    static List<WeightSpec> linear(String name, int in, int out) {
        return List.of(of(name + ".weight", out, in), of(name + ".bias", out));
    }
}
