package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;
import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.ComputeTypeChoice;
import clipscope.clip.engine.TorchRuntime;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.text.TextRule;
import clipscope.clip.text.Tokenizer;
import clipscope.clip.text.TokenizerSource;
import clipscope.clip.tower.ImageTower;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TextTower;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// Loads a model from a folder in the layout of Hugging Face.
///
/// All files are read and checked before the engine starts: a wrong folder is refused at once.
///
/// **Thread:** Confined to the inference thread, where the model is used and closed.
public final class ModelLoader {

    private final ModelFolder folder;
    private final ModelConfig config;

    private ModelLoader(ModelFolder folder, ModelConfig config) {
        this.folder = folder;
        this.config = config;
    }

    /// Reads, checks and binds a model.
    ///
    /// @param location the model's folder, or a file in it
    /// @param precision what to compute in; [Precision#AUTO] measures which is faster
    /// @throws ProblemException if there is no model, one that we do not run, or a damaged one
    public static ClipModel load(Path location, Precision precision) throws ProblemException {
        ModelFolder folder = ModelFolder.at(location);
        return new ModelLoader(folder, ModelConfig.read(folder.config())).load(precision);
    }

    private ClipModel load(Precision precision) throws ProblemException {
        Preprocessor preprocessor = new Preprocessor(preprocessing());
        Path weights = folder.weights();
        Tokenizer tokenizer = tokenizer();
        boolean loaded = false;
        try {
            BoundNetwork bound = bind(weights, precision);
            loaded = true;
            return new LoadedModel(card(), bound, tokenizer, preprocessor);
        } finally {
            if (!loaded) {
                tokenizer.close();
            }
        }
    }

    private Preprocessing preprocessing() throws ProblemException {
        int imageSize = config.network().image().imageSize();
        Optional<Path> file = folder.preprocessor();
        return file.isPresent() ? PreprocessorConfig.read(file.get(), imageSize) : Preprocessing.clip(imageSize);
    }

    private Tokenizer tokenizer() throws ProblemException {
        TextTower text = config.network().text();
        Path file = folder.tokenizer();
        Tokenizer tokenizer = Tokenizer.open(
                new TokenizerSource.Json(file),
                TextRule.AS_WRITTEN,
                folder.words(),
                text.contextLength(),
                text.vocabularySize());
        int end = tokenizer.endToken();
        int expected = config.endToken().orElse(end);
        if (end != expected) {
            tokenizer.close();
            throw new ProblemException(new Problem.BadModelFile(
                    file, "it ends texts with token %d, but token %d ends those of CLIP".formatted(end, expected)));
        }
        return tokenizer;
    }

    /// Opens the weights, checks them and hands them to a network, which closes them from then on.
    private BoundNetwork bind(Path file, Precision precision) throws ProblemException {
        Checkpoint checkpoint = SafetensorsFile.open(file);
        boolean handedOver = false;
        try {
            CheckpointCheck.check(checkpoint, config.network());
            double logitScale = LogitScale.read(checkpoint);
            TorchRuntime runtime = TorchRuntime.start();
            ComputeType type = choose(precision, runtime);
            handedOver = true;
            ClipNetwork network = ClipNetwork.bind(runtime, config.network(), checkpoint, type);
            return new BoundNetwork(network, precision(type), logitScale);
        } finally {
            if (!handedOver) {
                checkpoint.close();
            }
        }
    }

    private ComputeType choose(Precision precision, TorchRuntime runtime) throws ProblemException {
        return switch (precision) {
            case FP32 -> ComputeType.FP32;
            case BF16 -> ComputeType.BF16;
            case AUTO -> new ComputeTypeChoice(runtime).fasterFor(config.network());
        };
    }

    private static Precision precision(ComputeType type) {
        return switch (type) {
            case FP32 -> Precision.FP32;
            case BF16 -> Precision.BF16;
        };
    }

    private ModelCard card() {
        NetworkShape network = config.network();
        ImageTower image = network.image();
        TransformerShape text = network.text().transformer();
        return new ModelCard(
                folder.name(),
                folder.folder(),
                network.dimensions(),
                image.imageSize(),
                image.patchSize(),
                network.text().contextLength(),
                new ModelCard.TowerSize(image.width(), image.layers(), image.heads()),
                new ModelCard.TowerSize(text.width(), text.layers(), text.heads()));
    }
}
