package clipscope.clip.layout;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The `preprocess_cfg` of open_clip: how pictures are prepared.
///
/// **Source:** `transform.py` of mlfoundations/open_clip. The size is always the image tower's.
final class OpenClipPictures {

    private static final Texts TEXTS = Texts.beside(OpenClipPictures.class);

    private static final PreprocessingFacts.Keys KEYS =
            new PreprocessingFacts.Keys("resize_mode", "resize_mode", "interpolation", "mean", "std");

    private OpenClipPictures() {}

    /// {@return the settings}
    ///
    /// @throws ProblemException if they ask for something we do not do
    static Preprocessing read(JsonFields fields, int imageSize, Path folder, FactSheet facts) throws ProblemException {
        Preprocessing clip = Preprocessing.clip(imageSize);
        String mode = fields.text("mode").orElse("RGB");
        if (!mode.equals("RGB")) {
            throw Fault.unsupported(folder, TEXTS.get("other.mode", mode));
        }
        if (fields.index("fill_color", 0, 255) != 0) {
            throw Fault.unsupported(folder, TEXTS.get("other.colour"));
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
        PreprocessingFacts.read(settings, fields, KEYS, facts);
        return settings;
    }

    private static ResizeMode resize(JsonFields fields, Path folder) throws ProblemException {
        String name = fields.text("resize_mode").orElse("shortest");
        return switch (name) {
            case "shortest" -> ResizeMode.SHORTEST_EDGE;
            case "longest" -> ResizeMode.LONGEST_EDGE;
            case "squash" -> ResizeMode.SQUASH;
            default -> throw Fault.unsupported(folder, TEXTS.get("other.rule", name));
        };
    }

    private static Resample filter(JsonFields fields, Path folder) throws ProblemException {
        String name = fields.text("interpolation").orElse("bicubic");
        return switch (name) {
            case "bicubic", "random" -> Resample.BICUBIC; // chance is for training
            case "bilinear" -> Resample.BILINEAR;
            default -> throw Fault.unsupported(folder, TEXTS.get("other.filter", name));
        };
    }
}
