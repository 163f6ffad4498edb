package clipscope.clip.layout;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.ImageTower;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The `open_clip_config.json` of a model with plain towers.
///
/// open_clip builds many networks from many keys. Those that change nothing here are let pass by name; any
/// other is named and declined, so that nothing is computed by a rule we do not have.
///
/// **Source:** `model.py`, `transformer.py` and `transform.py` of mlfoundations/open_clip, defaults included.
final class OpenClipConfig {

    private static final Texts TEXTS = Texts.beside(OpenClipConfig.class);

    static final String FILE = "open_clip_config.json";

    private static final double EPSILON = 1e-5; // torch.nn.LayerNorm's default

    private final JsonFields model;
    private final JsonFields vision;
    private final JsonFields text;
    private final Optional<JsonFields> pictures;
    private final Path folder;
    private final FactSheet facts;

    private OpenClipConfig(JsonFields root, Path folder, FactSheet facts) throws ProblemException {
        this.folder = folder;
        this.facts = facts;
        this.model =
                root.object("model_cfg").orElseThrow(() -> Fault.notAModel(folder, TEXTS.get("none.config", FILE)));
        OpenClipKeys.MODEL.check(model, folder);
        this.vision = model.object("vision_cfg").orElseGet(() -> model.emptyObject("vision_cfg"));
        this.text = model.object("text_cfg").orElseGet(() -> model.emptyObject("text_cfg"));
        this.pictures = root.object("preprocess_cfg");
    }

    /// What the file says.
    record Content(NetworkShape network, Preprocessing preprocessing) {}

    /// @throws ProblemException if it is damaged, or describes a network that we do not run
    static Content read(JsonFields root, Path folder, FactSheet facts) throws ProblemException {
        return new OpenClipConfig(root, folder, facts).content();
    }

    private Content content() throws ProblemException {
        OpenClipKeys.VISION.check(vision, folder);
        OpenClipKeys.TEXT.check(text, folder);
        int dimensions = model.count("embed_dim", 512, Limits.WIDTH);
        facts.add(TEXTS.get("fact.dimensions"), dimensions, model, "embed_dim");
        Activation activation = model.flag("quick_gelu", false) ? Activation.QUICK_GELU : Activation.GELU;
        ImageTower image = vision.isList("layers") ? resNet(dimensions) : transformer(dimensions, activation);
        NetworkShape network = new NetworkShape(image, text(dimensions, activation));
        Preprocessing settings = OpenClipPictures.read(
                pictures.orElseGet(() -> model.emptyObject("preprocess_cfg")), image.imageSize(), folder, facts);
        return new Content(network, settings);
    }

    private ImageTower transformer(int dimensions, Activation activation) throws ProblemException {
        int width = vision.count("width", 768, Limits.WIDTH);
        int headWidth = vision.count("head_width", 64, Limits.WIDTH);
        if (width % headWidth != 0) {
            throw Fault.bad(vision.file(), TEXTS.get("bad.split", width, headWidth));
        }
        PatchConfig patches = PatchConfig.read(vision, 16, folder, facts);
        TransformerShape shape = new TransformerShape(
                width,
                mlpWidth(vision, width),
                vision.count("layers", 12, Limits.LAYERS),
                width / headWidth,
                EPSILON,
                activation);
        note("tower.image", shape, vision, "head_width");
        return new ClipVision(shape, patches.imageSize(), patches.patchSize(), dimensions);
    }

    private ImageTower resNet(int dimensions) throws ProblemException {
        List<Integer> stages = vision.counts("layers", 4, Limits.LAYERS);
        int stem = vision.count("width", 64, Limits.WIDTH / 32);
        int headWidth = vision.count("head_width", 64, Limits.WIDTH);
        int imageSize = vision.count("image_size", 224, Limits.SIDE);
        if (stem * 32 % headWidth != 0 || stem % 2 != 0 || imageSize % 32 != 0) {
            throw Fault.bad(vision.file(), TEXTS.get("bad.stem", stem, headWidth, imageSize));
        }
        facts.add(TEXTS.get("fact.width", TEXTS.get("tower.image")), 32 * stem, vision, "width");
        facts.add(TEXTS.get("fact.layers", TEXTS.get("tower.image")), stages, vision, "layers");
        facts.add(TEXTS.get("fact.heads", TEXTS.get("tower.image")), stem * 32 / headWidth, vision, "head_width");
        facts.add(TEXTS.get("fact.size"), TEXTS.get("value.pixels", imageSize), vision, "image_size");
        return new ResNetVision(stem, stages, stem * 32 / headWidth, imageSize, dimensions);
    }

    private ClipText text(int dimensions, Activation activation) throws ProblemException {
        int width = text.count("width", 512, Limits.WIDTH);
        int heads = text.count("heads", 8, Limits.WIDTH);
        if (width % heads != 0) {
            throw Fault.bad(text.file(), TEXTS.get("bad.heads", TEXTS.get("tower.text"), width, heads));
        }
        TransformerShape shape = new TransformerShape(
                width, mlpWidth(text, width), text.count("layers", 12, Limits.LAYERS), heads, EPSILON, activation);
        note("tower.text", shape, text, "heads");
        int vocabulary = text.count("vocab_size", 49_408, Limits.VOCABULARY);
        int context = text.count("context_length", 77, Limits.CONTEXT);
        if (context < 2) {
            throw Fault.bad(text.file(), TEXTS.get("bad.context", context));
        }
        facts.add(TEXTS.get("fact.vocabulary"), TEXTS.get("value.pieces", vocabulary), text, "vocab_size");
        facts.add(TEXTS.get("fact.context"), TEXTS.get("value.tokens", context), text, "context_length");
        return new ClipText(shape, vocabulary, context, dimensions);
    }

    private void note(String tower, TransformerShape shape, JsonFields fields, String headsKey) {
        facts.add(TEXTS.get("fact.width", TEXTS.get(tower)), shape.width(), fields, "width");
        facts.add(TEXTS.get("fact.layers", TEXTS.get(tower)), shape.layers(), fields, "layers");
        facts.add(TEXTS.get("fact.heads", TEXTS.get(tower)), shape.heads(), fields, headsKey);
        facts.add(TEXTS.get("fact.inner", TEXTS.get(tower)), shape.mlpWidth(), fields, "mlp_ratio");
        facts.add(
                TEXTS.get("fact.activation", TEXTS.get(tower)),
                shape.activation().configName(),
                model,
                "quick_gelu");
        facts.assume(TEXTS.get("fact.epsilon", TEXTS.get(tower)), shape.epsilon(), TEXTS.get("why.openclip"));
    }

    /// Cut, not rounded, as open_clip does it.
    private static int mlpWidth(JsonFields tower, int width) throws ProblemException {
        return Math.max(1, (int) (width * tower.number("mlp_ratio", 4, 1e-3, 64)));
    }
}
