package clipscope.clip;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/// What a model's `preprocessor_config.json` says about its pictures.
///
/// Two forms are in use: sizes as numbers (2021) and as objects that name the sides (2022).
///
/// **Source:** `image_processing_clip.py` of huggingface/transformers, defaults included.
final class PreprocessorConfig {

    private static final int MAX_SIDE = 8_192; // pixels
    private static final int DEFAULT_SIDE = 224;
    private static final int BICUBIC = 3; // PIL.Image.Resampling
    private static final double RESCALE = 1 / 255.0;
    private static final double RESCALE_TOLERANCE = 1e-9; // the files write it with 16 to 19 digits
    private static final List<String> RESAMPLING = // in the order of PIL.Image.Resampling
            List.of("nearest", "Lanczos", "bilinear", "bicubic", "box", "Hamming");

    private final Path file;
    private final JsonFields fields;

    private PreprocessorConfig(Path file, JsonFields fields) {
        this.file = file;
        this.fields = fields;
    }

    /// Reads and checks the file.
    ///
    /// @param imageSize the side in pixels that the vision tower takes
    /// @throws ProblemException if it asks for steps that we do not do, or for pictures of another size
    static Preprocessing read(Path file, int imageSize) throws ProblemException {
        return new PreprocessorConfig(file, JsonFields.read(file)).preprocessing(imageSize);
    }

    private Preprocessing preprocessing(int imageSize) throws ProblemException {
        checkSteps();
        boolean crop = fields.flag("do_center_crop", true);
        Sides size = resizing();
        Sides cropped = crop ? cropping() : size;
        if (!crop && size.mode() == ResizeMode.SHORTEST_EDGE) {
            throw unsupported("pictures keep their proportions and are not cropped");
        }
        if (cropped.width() != imageSize || cropped.height() != imageSize) {
            throw bad("it makes pictures of %d × %d pixels, but the vision tower takes %d × %d"
                    .formatted(cropped.width(), cropped.height(), imageSize, imageSize));
        }
        Preprocessing clip = Preprocessing.clip(imageSize);
        boolean normalise = fields.flag("do_normalize", true);
        return new Preprocessing(
                size.mode(),
                size.width(),
                size.height(),
                resample(),
                crop,
                cropped.width(),
                cropped.height(),
                normalise ? fields.numbers("image_mean", 3, -1e3, 1e3).orElse(clip.mean()) : List.of(0f, 0f, 0f),
                normalise ? fields.numbers("image_std", 3, 1e-6, 1e3).orElse(clip.std()) : List.of(1f, 1f, 1f));
    }

    private void checkSteps() throws ProblemException {
        String older = fields.text("feature_extractor_type").orElse("CLIP");
        String processor = fields.text("image_processor_type").orElse(older);
        if (!processor.startsWith("CLIP")) {
            throw unsupported("pictures are prepared by " + processor);
        }
        if (!fields.flag("do_resize", true)) {
            throw unsupported("pictures are not resized");
        }
        boolean rescaled = fields.flag("do_rescale", true)
                && Math.abs(fields.number("rescale_factor", RESCALE, 0, 1e3) - RESCALE) <= RESCALE_TOLERANCE;
        if (!rescaled) {
            throw unsupported("grey levels are not divided by 255");
        }
    }

    private Resample resample() throws ProblemException {
        int number = fields.index("resample", BICUBIC, RESAMPLING.size() - 1);
        return switch (number) {
            case 2 -> Resample.BILINEAR;
            case BICUBIC -> Resample.BICUBIC;
            default -> throw unsupported("pictures are resized by the filter " + RESAMPLING.get(number));
        };
    }

    private Sides resizing() throws ProblemException {
        if (!fields.isObject("size")) {
            int side = fields.count("size", DEFAULT_SIDE, MAX_SIDE);
            return new Sides(ResizeMode.SHORTEST_EDGE, side, side);
        }
        JsonFields size = fields.object("size").orElseThrow();
        if (size.has("shortest_edge") && !size.has("longest_edge")) {
            int side = size.count("shortest_edge", DEFAULT_SIDE, MAX_SIDE);
            return new Sides(ResizeMode.SHORTEST_EDGE, side, side);
        }
        if (size.has("width") && size.has("height")) {
            return squashed(size);
        }
        throw unsupported("pictures are resized by a rule other than shortest_edge or width and height");
    }

    private Sides cropping() throws ProblemException {
        if (!fields.isObject("crop_size")) {
            int side = fields.count("crop_size", DEFAULT_SIDE, MAX_SIDE);
            return new Sides(ResizeMode.SQUASH, side, side);
        }
        JsonFields size = fields.object("crop_size").orElseThrow();
        if (!size.has("width") || !size.has("height")) {
            throw bad("crop_size lacks width or height");
        }
        return squashed(size);
    }

    private static Sides squashed(JsonFields size) throws ProblemException {
        return new Sides(
                ResizeMode.SQUASH,
                size.count("width", DEFAULT_SIDE, MAX_SIDE),
                size.count("height", DEFAULT_SIDE, MAX_SIDE));
    }

    private ProblemException unsupported(String part) {
        return new ProblemException(new Problem.UnsupportedModel(file, part));
    }

    private ProblemException bad(String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }

    private record Sides(ResizeMode mode, int width, int height) {}
}
