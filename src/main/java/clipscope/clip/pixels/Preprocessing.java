package clipscope.clip.pixels;

import java.util.List;

/// How a model wants its pictures: the settings of a `preprocessor_config.json`.
///
/// **Unit:** pixels; mean and standard deviation are those of values in `[0, 1]`.
///
/// @param width of the result of resizing; the length of the shorter side in [ResizeMode#SHORTEST_EDGE]
/// @param height of the result of resizing; of no meaning in [ResizeMode#SHORTEST_EDGE]
/// @param centreCrop whether the middle is cut out after resizing
/// @param cropWidth of that middle, of no meaning without a crop
/// @param cropHeight of that middle, of no meaning without a crop
/// @param mean of red, green and blue
/// @param std standard deviation of red, green and blue
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

    public Preprocessing {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (width <= 0 || height <= 0 || (centreCrop && (cropWidth <= 0 || cropHeight <= 0))) {
            throw new IllegalArgumentException(
                    "%d × %d, cropped to %d × %d".formatted(width, height, cropWidth, cropHeight));
        }
        if (mean.size() != 3 || std.size() != 3 || std.contains(0f)) {
            throw new IllegalArgumentException("mean %s, standard deviation %s".formatted(mean, std));
        }
    }

    /// {@return the settings of OpenAI's models: shortest edge, bicubic, centre crop}
    ///
    /// **Source:** `_transform` in `clip/clip.py` of openai/CLIP; its numbers in the shortest form of the
    /// same
    /// floats.
    public static Preprocessing clip(int imageSize) {
        return new Preprocessing(
                ResizeMode.SHORTEST_EDGE,
                imageSize,
                imageSize,
                Resample.BICUBIC,
                true,
                imageSize,
                imageSize,
                List.of(0.48145467f, 0.4578275f, 0.40821072f),
                List.of(0.26862955f, 0.2613026f, 0.2757771f));
    }
}
