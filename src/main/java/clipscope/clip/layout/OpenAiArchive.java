package clipscope.clip.layout;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.ImageTower;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.layout.Layout;
import clipscope.clip.weights.layout.LayoutReader;
import clipscope.clip.weights.open.Checkpoints;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// One of OpenAI's archives: weights alone, whose shapes say what the network is. What shapes cannot say, the
/// activation and the width of a head, is that of OpenAI's models.
///
/// open_clip's trainings leave weights with the very same names. They may have been trained with another
/// activation, and nothing in them says so: the certificate does.
///
/// **Source:** `build_model` in `clip/model.py` and `_transform` in `clip/clip.py` of openai/CLIP.
final class OpenAiArchive {

    private static final Texts TEXTS = Texts.beside(OpenAiArchive.class);

    private static final double EPSILON = 1e-5; // torch.nn.LayerNorm's default
    private static final int INNER = 4; // times the width, between a block's two wide layers
    private static final String MARK = "input_resolution"; // beside the weights in OpenAI's own archives alone

    private final Path file;
    private final FactSheet facts = new FactSheet();
    private boolean published = true;

    private OpenAiArchive(Path file) {
        this.file = file;
    }

    /// Reads the shapes of the weights.
    ///
    /// @throws ProblemException if it is no archive, or one of another network
    static ModelPlan plan(Path file, ModelFiles files) throws ProblemException {
        return new OpenAiArchive(file).plan(files);
    }

    private ModelPlan plan(ModelFiles files) throws ProblemException {
        NetworkShape network = network();
        int imageSize = network.image().imageSize();
        Preprocessing clip = Preprocessing.clip(imageSize);
        Preprocessing pictures = new Preprocessing(
                clip.mode(),
                imageSize,
                imageSize,
                clip.resample(),
                Optional.of(new Crop(imageSize, imageSize, Crop.Rounding.HALF_EVEN)),
                clip.mean(),
                clip.std());
        PreprocessingFacts.assumed(pictures, TEXTS.get("why.openai"), facts);
        TokenizerPlan tokens = ClipTokens.atTheHighest(files, network.text().vocabularySize(), facts);
        return new ModelPlan(
                ModelPlan.Identity.of(
                        file, ModelPlan.Library.OPENAI, TEXTS.get(published ? "layout.openai" : "layout.openai.bare")),
                network,
                pictures,
                tokens,
                new WeightSource(file),
                new ModelPlan.Findings(facts.facts(), facts.conflicts()));
    }

    private NetworkShape network() throws ProblemException {
        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            published = checkpoint.tensors().containsKey(MARK);
            return switch (LayoutReader.of(checkpoint)) {
                case Layout.OpenAiVit(Layout.VitSizes vision, Layout.TextSizes text) ->
                    new NetworkShape(transformer(vision, text.dimensions()), text(text));
                case Layout.OpenAiResNet(Layout.ResNetSizes vision, Layout.TextSizes text) ->
                    new NetworkShape(resNet(vision, text.dimensions()), text(text));
                case Layout.HuggingFace() -> throw Fault.unsupported(file, TEXTS.get("other.bare"));
                case Layout.Unknown unknown ->
                    throw Fault.unsupported(
                            file,
                            unknown.names().isEmpty()
                                    ? TEXTS.get("other.empty")
                                    : TEXTS.get("other.network", unknown.names().getFirst()));
            };
        }
    }

    private ImageTower transformer(Layout.VitSizes sizes, int dimensions) throws ProblemException {
        TransformerShape shape = shape("tower.image", sizes.width(), sizes.layers(), sizes.heads());
        facts.derive(TEXTS.get("fact.size"), TEXTS.get("value.pixels", sizes.imageSize()), TEXTS.get("from.shapes"));
        facts.derive(TEXTS.get("fact.patch"), TEXTS.get("value.pixels", sizes.patch()), TEXTS.get("from.shapes"));
        return new ClipVision(shape, sizes.imageSize(), sizes.patch(), dimensions);
    }

    private ImageTower resNet(Layout.ResNetSizes sizes, int dimensions) throws ProblemException {
        if (sizes.heads() <= 0 || sizes.layers().contains(0) || sizes.width() % 2 != 0) {
            throw Fault.bad(file, TEXTS.get("bad.resnet", sizes.width(), sizes.layers()));
        }
        facts.derive(TEXTS.get("fact.width", TEXTS.get("tower.image")), 32 * sizes.width(), TEXTS.get("from.shapes"));
        facts.derive(TEXTS.get("fact.layers", TEXTS.get("tower.image")), sizes.layers(), TEXTS.get("from.shapes"));
        facts.assume(TEXTS.get("fact.heads", TEXTS.get("tower.image")), sizes.heads(), TEXTS.get("why.openai"));
        facts.derive(TEXTS.get("fact.size"), TEXTS.get("value.pixels", sizes.imageSize()), TEXTS.get("from.shapes"));
        return new ResNetVision(sizes.width(), sizes.layers(), sizes.heads(), sizes.imageSize(), dimensions);
    }

    private ClipText text(Layout.TextSizes sizes) throws ProblemException {
        TransformerShape shape = shape("tower.text", sizes.width(), sizes.layers(), sizes.heads());
        facts.derive(TEXTS.get("fact.dimensions"), sizes.dimensions(), TEXTS.get("from.shapes"));
        facts.derive(
                TEXTS.get("fact.vocabulary"),
                TEXTS.get("value.pieces", sizes.vocabularySize()),
                TEXTS.get("from.shapes"));
        facts.derive(
                TEXTS.get("fact.context"), TEXTS.get("value.tokens", sizes.contextLength()), TEXTS.get("from.shapes"));
        return new ClipText(shape, sizes.vocabularySize(), sizes.contextLength(), sizes.dimensions());
    }

    private TransformerShape shape(String tower, int width, int layers, int heads) throws ProblemException {
        if (heads <= 0 || layers <= 0 || width % heads != 0) {
            throw Fault.bad(file, TEXTS.get("bad.openai", TEXTS.get(tower), width, layers));
        }
        facts.derive(TEXTS.get("fact.width", TEXTS.get(tower)), width, TEXTS.get("from.shapes"));
        facts.derive(TEXTS.get("fact.layers", TEXTS.get(tower)), layers, TEXTS.get("from.shapes"));
        facts.assume(TEXTS.get("fact.heads", TEXTS.get(tower)), heads, TEXTS.get("why.openai"));
        facts.assume(TEXTS.get("fact.inner", TEXTS.get(tower)), INNER * width, TEXTS.get("why.openai"));
        facts.assume(
                TEXTS.get("fact.activation", TEXTS.get(tower)),
                Activation.QUICK_GELU.configName(),
                TEXTS.get(published ? "why.openai" : "why.openai.bare"));
        facts.assume(TEXTS.get("fact.epsilon", TEXTS.get(tower)), EPSILON, TEXTS.get("why.openai"));
        return new TransformerShape(width, INNER * width, layers, heads, EPSILON, Activation.QUICK_GELU);
    }
}
