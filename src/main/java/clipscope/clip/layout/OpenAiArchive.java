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
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// One of OpenAI's archives: weights alone, whose shapes say what the network is. What shapes cannot say, the
/// activation and the width of a head, is that of OpenAI's models.
///
/// **Source:** `build_model` in `clip/model.py` and `_transform` in `clip/clip.py` of openai/CLIP.
final class OpenAiArchive {

    private static final double EPSILON = 1e-5; // torch.nn.LayerNorm's default
    private static final int INNER = 4; // times the width, between a block's two wide layers
    private static final String SHAPES = "the shapes of the weights";
    private static final String MODELS = "as in OpenAI's models";

    private final Path file;
    private final FactSheet facts = new FactSheet();

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
        PreprocessingFacts.assumed(pictures, MODELS, facts);
        TokenizerPlan tokens = ClipTokens.atTheHighest(files, network.text().vocabularySize(), facts);
        return new ModelPlan(
                ModelPlan.Identity.of(file, ModelPlan.Library.OPENAI, "OpenAI archive"),
                network,
                pictures,
                tokens,
                new WeightSource(file),
                new ModelPlan.Findings(facts.facts(), facts.conflicts()));
    }

    private NetworkShape network() throws ProblemException {
        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            return switch (LayoutReader.of(checkpoint)) {
                case Layout.OpenAiVit(Layout.VitSizes vision, Layout.TextSizes text) ->
                    new NetworkShape(transformer(vision, text.dimensions()), text(text));
                case Layout.OpenAiResNet(Layout.ResNetSizes vision, Layout.TextSizes text) ->
                    new NetworkShape(resNet(vision, text.dimensions()), text(text));
                case Layout.HuggingFace() ->
                    throw Fault.unsupported(
                            file, "weights of Hugging Face's without the config.json that says their sizes");
                case Layout.Unknown unknown ->
                    throw Fault.unsupported(
                            file,
                            "a network with "
                                    + (unknown.names().isEmpty()
                                            ? "no weights"
                                            : unknown.names().getFirst()));
            };
        }
    }

    private ImageTower transformer(Layout.VitSizes sizes, int dimensions) throws ProblemException {
        TransformerShape shape = shape("image tower", sizes.width(), sizes.layers(), sizes.heads());
        facts.derive("image size", "%d pixels".formatted(sizes.imageSize()), SHAPES);
        facts.derive("patch size", "%d pixels".formatted(sizes.patch()), SHAPES);
        return new ClipVision(shape, sizes.imageSize(), sizes.patch(), dimensions);
    }

    private ImageTower resNet(Layout.ResNetSizes sizes, int dimensions) throws ProblemException {
        if (sizes.heads() <= 0 || sizes.layers().contains(0) || sizes.width() % 2 != 0) {
            throw Fault.bad(
                    file,
                    "a residual network of width %d and layers %s is not possible"
                            .formatted(sizes.width(), sizes.layers()));
        }
        facts.derive("image tower, width", 32 * sizes.width(), SHAPES);
        facts.derive("image tower, layers", sizes.layers(), SHAPES);
        facts.assume("image tower, heads", sizes.heads(), MODELS);
        facts.derive("image size", "%d pixels".formatted(sizes.imageSize()), SHAPES);
        return new ResNetVision(sizes.width(), sizes.layers(), sizes.heads(), sizes.imageSize(), dimensions);
    }

    private ClipText text(Layout.TextSizes sizes) throws ProblemException {
        TransformerShape shape = shape("text tower", sizes.width(), sizes.layers(), sizes.heads());
        facts.derive("dimensions", sizes.dimensions(), SHAPES);
        facts.derive("vocabulary", "%,d pieces".formatted(sizes.vocabularySize()), SHAPES);
        facts.derive("context", "%d tokens".formatted(sizes.contextLength()), SHAPES);
        return new ClipText(shape, sizes.vocabularySize(), sizes.contextLength(), sizes.dimensions());
    }

    private TransformerShape shape(String tower, int width, int layers, int heads) throws ProblemException {
        if (heads <= 0 || layers <= 0 || width % heads != 0) {
            throw Fault.bad(
                    file,
                    "its %s is %d wide and has %d layers, which is none of OpenAI's".formatted(tower, width, layers));
        }
        facts.derive(tower + ", width", width, SHAPES);
        facts.derive(tower + ", layers", layers, SHAPES);
        facts.assume(tower + ", heads", heads, MODELS);
        facts.assume(tower + ", inner width", INNER * width, MODELS);
        facts.assume(tower + ", activation", Activation.QUICK_GELU.configName(), MODELS);
        facts.assume(tower + ", epsilon", EPSILON, MODELS);
        return new TransformerShape(width, INNER * width, layers, heads, EPSILON, Activation.QUICK_GELU);
    }
}
