package clipscope.clip.pixels;

import java.nio.FloatBuffer;
import java.util.Arrays;

/// One image as the image tower takes it.
///
/// **Shape:** `(3, height, width)`, channel by channel.
///
/// **Unit:** (value / 255 - mean) / standard deviation, per channel.
///
/// **Thread:** Immutable.
public final class PixelTensor {

    private final int width;
    private final int height;
    private final float[] values;

    private PixelTensor(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /// Takes the array as it is: the caller must not touch it again.
    ///
    /// @throws IllegalArgumentException if the array has another length than 3 × width × height
    public static PixelTensor adopt(int width, int height, float[] values) {
        if (values.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
            throw new IllegalArgumentException("%d values for (3, %d, %d)".formatted(values.length, height, width));
        }
        return new PixelTensor(width, height, values);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Appends all values to the buffer.
    public void putInto(FloatBuffer target) {
        target.put(values);
    }

    /// {@return a copy of the values}
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelTensor that && width == that.width && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
