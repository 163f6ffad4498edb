package clipscope.clip.pixels;

import java.util.List;
import java.util.Optional;

/// The settings that turn a picture into the numbers an image tower was trained on.
///
/// **Unit:** sizes in pixels; mean and standard deviation in [0, 1], for red, green, blue.
///
/// @param width of the resized picture; the length of the decisive edge where proportions are kept
/// @param height of the resized picture; of no account where proportions are kept
/// @param crop the middle that is used of the resized picture; empty if all of it is
public record Preprocessing(
        ResizeMode mode,
        int width,
        int height,
        Resample resample,
        Optional<Crop> crop,
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
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("resize to %d × %d".formatted(width, height));
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
                Optional.of(new Crop(imageSize, imageSize, Crop.Rounding.DOWN)),
                CLIP_MEAN,
                CLIP_STD);
    }

    /// {@return what SigLIP was trained with}
    public static Preprocessing siglip(int imageSize) {
        List<Float> half = List.of(0.5f, 0.5f, 0.5f);
        return new Preprocessing(
                ResizeMode.SQUASH, imageSize, imageSize, Resample.BICUBIC, Optional.empty(), half, half);
    }

    /// {@return the same steps for a tower that is given larger or smaller pictures than it was trained with}
    ///
    /// @param trained the side of the pictures that these settings make
    /// @param wanted the side of those to be made
    public Preprocessing resized(int trained, int wanted) {
        return new Preprocessing(
                mode,
                scaled(width, trained, wanted),
                scaled(height, trained, wanted),
                resample,
                crop.map(middle -> new Crop(
                        scaled(middle.width(), trained, wanted),
                        scaled(middle.height(), trained, wanted),
                        middle.rounding())),
                mean,
                std);
    }

    private static int scaled(int side, int trained, int wanted) {
        return Math.toIntExact(Math.round((double) side * wanted / trained));
    }
}
