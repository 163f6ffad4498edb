package clipscope.clip.layout;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The `preprocess_cfg` of open_clip: how pictures are prepared.
///
/// **Source:** `transform.py` of mlfoundations/open_clip. The size is always the image tower's.
final class OpenClipPictures {

    private OpenClipPictures() {}

    /// {@return the settings}
    ///
    /// @throws ProblemException if they ask for something we do not do
    static Preprocessing read(JsonFields fields, int imageSize, Path folder, FactSheet facts) throws ProblemException {
        Preprocessing clip = Preprocessing.clip(imageSize);
        String mode = fields.text("mode").orElse("RGB");
        if (!mode.equals("RGB")) {
            throw Fault.unsupported(folder, "pictures of the mode " + mode);
        }
        if (fields.index("fill_color", 0, 255) != 0) {
            throw Fault.unsupported(folder, "pictures are filled up with another colour than black");
        }
        ResizeMode resize = resize(fields, folder);
        List<Float> mean = fields.numbers("mean", 3, -1e3, 1e3).orElse(clip.mean());
        List<Float> std = fields.numbers("std", 3, 1e-6, 1e3).orElse(clip.std());
        Preprocessing settings = new Preprocessing(
                resize,
                imageSize,
                imageSize,
                filter(fields, folder),
                resize == ResizeMode.SQUASH
                        ? Optional.empty()
                        : Optional.of(new Crop(imageSize, imageSize, Crop.Rounding.HALF_EVEN)),
                mean,
                std);
        note(settings, fields, facts);
        return settings;
    }

    private static ResizeMode resize(JsonFields fields, Path folder) throws ProblemException {
        String name = fields.text("resize_mode").orElse("shortest");
        return switch (name) {
            case "shortest" -> ResizeMode.SHORTEST_EDGE;
            case "longest" -> ResizeMode.LONGEST_EDGE;
            case "squash" -> ResizeMode.SQUASH;
            default -> throw Fault.unsupported(folder, "pictures are resized by the rule " + name);
        };
    }

    private static Resample filter(JsonFields fields, Path folder) throws ProblemException {
        String name = fields.text("interpolation").orElse("bicubic");
        return switch (name) {
            case "bicubic", "random" -> Resample.BICUBIC; // chance is for training
            case "bilinear" -> Resample.BILINEAR;
            default -> throw Fault.unsupported(folder, "pictures are resized by the filter " + name);
        };
    }

    private static void note(Preprocessing settings, JsonFields fields, FactSheet facts) {
        facts.add(PreprocessingFacts.RESIZE, PreprocessingFacts.resize(settings), fields, "resize_mode");
        facts.add(PreprocessingFacts.CROP, PreprocessingFacts.crop(settings), fields, "resize_mode");
        facts.add(PreprocessingFacts.FILTER, PreprocessingFacts.filter(settings.resample()), fields, "interpolation");
        facts.add(PreprocessingFacts.MEAN, PreprocessingFacts.numbers(settings.mean()), fields, "mean");
        facts.add(PreprocessingFacts.DEVIATION, PreprocessingFacts.numbers(settings.std()), fields, "std");
    }
}
