package clipscope.clip;

import clipscope.clip.engine.Network;
import clipscope.clip.engine.NetworkSpec;
import clipscope.clip.engine.TowerSpec;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.text.Tokenizer;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.clip.weights.WeightSource;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// Loads models from folders in the layout of Hugging Face.
public final class ModelLoader {

    private ModelLoader() {}

    /// Reads, checks and binds a model.
    ///
    /// **Thread:** that of inference, where the model is used and closed.
    ///
    /// @param location the model's folder, or a file in it
    /// @param precision what to compute in; [Precision#AUTO] measures which is faster
    /// @throws ProblemException if there is no model, one that we do not run, or a damaged one
    public static ClipModel load(Path location, Precision precision) throws ProblemException {
        ModelFolder folder = ModelFolder.at(location);
        ModelConfig config = ModelConfig.read(folder.config());
        NetworkSpec spec = config.network();
        Preprocessor preprocessor = new Preprocessor(preprocessing(folder, spec));
        Path weights = folder.weights();
        Tokenizer tokenizer =
                Tokenizer.open(folder.tokenizer(), folder.words(), spec.contextLength(), spec.vocabularySize());
        boolean loaded = false;
        try {
            checkEndToken(folder, config, tokenizer);
            Precision chosen = choose(precision, spec.vision());
            Network network = network(weights, spec, chosen);
            loaded = true;
            return new LoadedModel(card(folder, spec), chosen, network, tokenizer, preprocessor);
        } finally {
            if (!loaded) {
                tokenizer.close();
            }
        }
    }

    private static Preprocessing preprocessing(ModelFolder folder, NetworkSpec spec) throws ProblemException {
        Optional<Path> file = folder.preprocessor();
        return file.isPresent()
                ? PreprocessorConfig.read(file.get(), spec.imageSize())
                : Preprocessing.clip(spec.imageSize());
    }

    private static void checkEndToken(ModelFolder folder, ModelConfig config, Tokenizer tokenizer)
            throws ProblemException {
        int expected = config.endToken().orElse(tokenizer.endToken());
        if (tokenizer.endToken() != expected) {
            throw new ProblemException(new Problem.BadModelFile(
                    folder.tokenizer(),
                    "it ends texts with token %d, but this vocabulary's end token is %d"
                            .formatted(tokenizer.endToken(), expected)));
        }
    }

    private static Precision choose(Precision precision, TowerSpec vision) {
        return switch (precision) {
            case FP32, BF16 -> precision;
            case AUTO -> Network.bf16IsFaster(vision) ? Precision.BF16 : Precision.FP32;
        };
    }

    private static Network network(Path file, NetworkSpec spec, Precision precision) throws ProblemException {
        WeightSource weights = SafetensorsFile.open(file);
        boolean checked = false;
        try {
            CheckpointShapes.of(spec).check(weights);
            checked = true;
        } finally {
            if (!checked) {
                weights.close();
            }
        }
        return Network.open(spec, weights, precision == Precision.BF16); // which now owns them
    }

    private static ModelCard card(ModelFolder folder, NetworkSpec spec) {
        return new ModelCard(
                folder.name(),
                folder.folder(),
                spec.dimensions(),
                spec.imageSize(),
                spec.patchSize(),
                spec.contextLength(),
                size(spec.vision()),
                size(spec.text()));
    }

    private static ModelCard.TowerSize size(TowerSpec tower) {
        return new ModelCard.TowerSize(tower.width(), tower.layers(), tower.heads());
    }
}
