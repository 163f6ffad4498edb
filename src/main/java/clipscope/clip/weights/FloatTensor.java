package clipscope.clip.weights;

import java.util.List;

/// A named tensor in memory.
///
/// **Shape:** values are row-major.
///
/// **Thread:** Immutable.
public final class FloatTensor {

    private final String name;
    private final List<Long> shape;
    private final float[] values;

    private FloatTensor(String name, List<Long> shape, float[] values) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = values;
    }

    /// Takes the array as it is: the caller must not touch it again.
    ///
    /// @throws IllegalArgumentException if the array has another length than the shape says
    public static FloatTensor adopt(String name, List<Long> shape, float[] values) {
        long expected = shape.stream().reduce(1L, Math::multiplyExact);
        if (expected != values.length) {
            throw new IllegalArgumentException("%s: %d values for shape %s".formatted(name, values.length, shape));
        }
        return new FloatTensor(name, shape, values);
    }

    /// {@return the same values under another name, not copied}
    public FloatTensor named(String other) {
        return new FloatTensor(other, shape, values);
    }

    public String name() {
        return name;
    }

    public List<Long> shape() {
        return shape;
    }

    /// {@return how many values it has}
    public int size() {
        return values.length;
    }

    public float at(int index) {
        return values[index];
    }

    /// {@return a copy of the values}
    public float[] toArray() {
        return values.clone();
    }
}
