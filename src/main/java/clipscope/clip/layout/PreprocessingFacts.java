package clipscope.clip.layout;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How pictures are prepared, in words: the same for every layout, so that two of them can be compared.
final class PreprocessingFacts {

    static final String RESIZE = "resize";
    static final String CROP = "crop";
    static final String FILTER = "filter";
    static final String MEAN = "mean";
    static final String DEVIATION = "standard deviation";

    private PreprocessingFacts() {}

    /// Notes settings that no file gives.
    static void assumed(Preprocessing settings, String why, FactSheet facts) {
        facts.assume(RESIZE, resize(settings), why);
        facts.assume(CROP, crop(settings), why);
        facts.assume(FILTER, filter(settings.resample()), why);
        facts.assume(MEAN, numbers(settings.mean()), why);
        facts.assume(DEVIATION, numbers(settings.std()), why);
    }

    static String resize(Preprocessing settings) {
        return mode(settings.mode(), settings.width(), settings.height());
    }

    static String mode(ResizeMode mode, int width, int height) {
        return switch (mode) {
            case SHORTEST_EDGE -> "shorter edge to %d".formatted(width);
            case LONGEST_EDGE -> "longer edge to %d, the rest black".formatted(width);
            case SQUASH -> "squashed to %d × %d".formatted(width, height);
        };
    }

    static String crop(Preprocessing settings) {
        return settings.crop()
                .map(crop -> "the middle %d × %d".formatted(crop.width(), crop.height()))
                .orElse("none");
    }

    static String filter(Resample filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    static String numbers(List<Float> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
