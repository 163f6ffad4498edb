package clipscope.clip.pixels;

import java.util.List;

/// The settings that turn a picture into the numbers a vision tower was trained on.
///
/// **Unit:** sizes in pixels; mean and standard deviation in [0, 1], for red, green, blue.
///
/// @param width of the resized picture; for [ResizeMode#SHORTEST_EDGE] the length of the shorter edge
/// @param height of the resized picture; of no account for [ResizeMode#SHORTEST_EDGE]
/// @param centreCrop whether only the middle of the resized picture is used
public record Preprocessing(
        ResizeMode mode,
        int width,
        int height,
        Resample resample,
        boolean centreCrop,
        int cropWidth,
        int cropHeight,
        List<Float> mean,
        List<Float> std) {

    // openai/CLIP, `clip/clip.py`: 0.48145466, 0.4578275, 0.40821073 and 0.26862954, 0.26130258, 0.27577711, here in
    // the shortest digits of the same floats
    private static final List<Float> CLIP_MEAN = List.of(0.48145467f, 0.4578275f, 0.40821072f);
    private static final List<Float> CLIP_STD = List.of(0.26862955f, 0.2613026f, 0.2757771f);

    /// @throws IllegalArgumentException if a size is not positive, there are not three means and
    /// deviations, or a deviation is not a positive number
    public Preprocessing {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (width <= 0 || height <= 0 || (centreCrop && (cropWidth <= 0 || cropHeight <= 0))) {
            throw new IllegalArgumentException(
                    "resize to %d × %d, crop to %d × %d".formatted(width, height, cropWidth, cropHeight));
        }
        if (mean.size() != 3 || std.size() != 3) {
            throw new IllegalArgumentException("mean %s, std %s: not three channels".formatted(mean, std));
        }
        if (!mean.stream().allMatch(Float::isFinite) || !std.stream().allMatch(s -> s > 0 && Float.isFinite(s))) {
            throw new IllegalArgumentException("mean %s, std %s".formatted(mean, std));
        }
    }

    /// {@return what OpenAI's models and most of their descendants were trained with}
    public static Preprocessing clip(int imageSize) {
        return new Preprocessing(
                ResizeMode.SHORTEST_EDGE,
                imageSize,
                imageSize,
                Resample.BICUBIC,
                true,
                imageSize,
                imageSize,
                CLIP_MEAN,
                CLIP_STD);
    }
}
