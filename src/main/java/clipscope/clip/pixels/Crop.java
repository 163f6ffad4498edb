package clipscope.clip.pixels;

/// The middle of a resized picture, which is all that the model sees of it.
///
/// **Unit:** pixels.
///
/// **Thread:** Immutable.
public record Crop(int width, int height, Rounding rounding) {

    /// Where the middle lies when the number of pixels left over is odd.
    public enum Rounding {
        /// One pixel less before than after.
        ///
        /// **Source:** `center_crop` in `image_transforms.py` of huggingface/transformers.
        DOWN,

        /// Half a pixel goes to the even side.
        ///
        /// **Source:** `center_crop` in `transforms/functional.py` of pytorch/vision, which OpenAI and
        /// open_clip use.
        HALF_EVEN
    }

    /// @throws IllegalArgumentException if a side is not positive
    public Crop {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("crop to %d × %d".formatted(width, height));
        }
    }

    /// {@return where along an axis of the resized picture the crop begins; negative where the crop is
    /// larger}
    long begin(long size, int count) {
        return switch (rounding) {
            case DOWN -> Math.floorDiv(size - count, 2);
            case HALF_EVEN -> size < count ? -Math.floorDiv(count - size, 2) : (long) Math.rint((size - count) / 2.0);
        };
    }
}
