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

/// What a model's `preprocessor_config.json` says about its pictures, or the part of its
/// `processor_config.json` that says the same.
///
/// Two forms are in use: sizes as numbers (2021) and as objects that name the sides (2022).
///
/// **Source:** `image_processing_clip.py` of huggingface/transformers, defaults included.
final class PreprocessorConfig {

    private static final Texts TEXTS = Texts.beside(PreprocessorConfig.class);

    private static final int MAX_SIDE = 8_192; // pixels
    private static final int BICUBIC = 3; // PIL.Image.Resampling
    private static final double RESCALE = 1 / 255.0;
    private static final double RESCALE_TOLERANCE = 1e-9; // the files write it with 16 to 19 digits
    private static final List<String> RESAMPLING = // in the order of PIL.Image.Resampling
            List.of("nearest", "Lanczos", "bilinear", "bicubic", "box", "Hamming");

    private final JsonFields fields;
    private final Preprocessing usual;
    private final FactSheet facts;

    private PreprocessorConfig(JsonFields fields, Preprocessing usual, FactSheet facts) {
        this.fields = fields;
        this.usual = usual;
        this.facts = facts;
    }

    /// Reads and checks the fields.
    ///
    /// @param imageSize the side in pixels that the image tower takes
    /// @param family what the family's models have where the file neither says it nor names its own processor
    /// @throws ProblemException if it asks for steps that we do not do, or for pictures of another size
    static Preprocessing read(JsonFields fields, int imageSize, Preprocessing family, FactSheet facts)
            throws ProblemException {
        String older = fields.text("feature_extractor_type").orElse("");
        String processor = fields.text("image_processor_type").orElse(older);
        return new PreprocessorConfig(fields, usual(fields.file(), processor, imageSize, family), facts)
                .preprocessing(imageSize);
    }

    private static Preprocessing usual(Path file, String processor, int imageSize, Preprocessing family)
            throws ProblemException {
        if (processor.startsWith("CLIP")) {
            return Preprocessing.clip(imageSize);
        }
        if (processor.startsWith("Siglip")) {
            return Preprocessing.siglip(imageSize);
        }
        if (!processor.isEmpty()) {
            throw Fault.unsupported(file, TEXTS.get("other.processor", processor));
        }
        return family;
    }

    private Preprocessing preprocessing(int imageSize) throws ProblemException {
        checkSteps();
        boolean middle = fields.flag("do_center_crop", usual.crop().isPresent());
        Sides size = resizing();
        Sides cropped = middle ? cropping() : size;
        if (!middle && size.mode() == ResizeMode.SHORTEST_EDGE) {
            throw unsupported(TEXTS.get("other.uncropped"));
        }
        if (cropped.width() != imageSize || cropped.height() != imageSize) {
            throw bad(TEXTS.get("bad.sizes", cropped.width(), cropped.height(), imageSize, imageSize));
        }
        Optional<Crop> crop = middle
                ? Optional.of(new Crop(cropped.width(), cropped.height(), Crop.Rounding.DOWN))
                : Optional.empty();
        Preprocessing settings =
                new Preprocessing(size.mode(), size.width(), size.height(), resample(), crop, mean(), std());
        note(settings);
        return settings;
    }

    private List<Float> mean() throws ProblemException {
        return normalised() ? fields.numbers("image_mean", 3, -1e3, 1e3).orElse(usual.mean()) : List.of(0f, 0f, 0f);
    }

    private List<Float> std() throws ProblemException {
        return normalised() ? fields.numbers("image_std", 3, 1e-6, 1e3).orElse(usual.std()) : List.of(1f, 1f, 1f);
    }

    private boolean normalised() throws ProblemException {
        return fields.flag("do_normalize", true);
    }

    private void note(Preprocessing settings) throws ProblemException {
        PreprocessingFacts.read(
                settings,
                fields,
                new PreprocessingFacts.Keys(
                        "size",
                        settings.crop().isPresent() ? "crop_size" : "do_center_crop",
                        "resample",
                        normalised() ? "image_mean" : "do_normalize",
                        normalised() ? "image_std" : "do_normalize"),
                facts);
    }

    private void checkSteps() throws ProblemException {
        if (!fields.flag("do_resize", true)) {
            throw unsupported(TEXTS.get("other.unresized"));
        }
        boolean rescaled = fields.flag("do_rescale", true)
                && Math.abs(fields.number("rescale_factor", RESCALE, 0, 1e3) - RESCALE) <= RESCALE_TOLERANCE;
        if (!rescaled) {
            throw unsupported(TEXTS.get("other.levels"));
        }
    }

    private Resample resample() throws ProblemException {
        int number = fields.index("resample", BICUBIC, RESAMPLING.size() - 1);
        return switch (number) {
            case 2 -> Resample.BILINEAR;
            case BICUBIC -> Resample.BICUBIC;
            default -> throw unsupported(TEXTS.get("other.filter", RESAMPLING.get(number)));
        };
    }

    private Sides resizing() throws ProblemException {
        if (!fields.isObject("size")) {
            int side = fields.count("size", usual.width(), MAX_SIDE);
            return new Sides(usual.mode(), side, side);
        }
        JsonFields size = fields.object("size").orElseThrow();
        if (size.has("shortest_edge") && !size.has("longest_edge")) {
            int side = size.count("shortest_edge", usual.width(), MAX_SIDE);
            return new Sides(ResizeMode.SHORTEST_EDGE, side, side);
        }
        if (size.has("width") && size.has("height")) {
            return squashed(size);
        }
        throw unsupported(TEXTS.get("other.edges"));
    }

    private Sides cropping() throws ProblemException {
        if (!fields.isObject("crop_size")) {
            int side = fields.count("crop_size", usual.width(), MAX_SIDE);
            return new Sides(ResizeMode.SQUASH, side, side);
        }
        JsonFields size = fields.object("crop_size").orElseThrow();
        if (!size.has("width") || !size.has("height")) {
            throw bad(TEXTS.get("bad.crop"));
        }
        return squashed(size);
    }

    private Sides squashed(JsonFields size) throws ProblemException {
        return new Sides(
                ResizeMode.SQUASH,
                size.count("width", usual.width(), MAX_SIDE),
                size.count("height", usual.width(), MAX_SIDE));
    }

    private ProblemException unsupported(String part) {
        return Fault.unsupported(fields.file(), part);
    }

    private ProblemException bad(String reason) {
        return Fault.bad(fields.file(), reason);
    }

    private record Sides(ResizeMode mode, int width, int height) {}
}
