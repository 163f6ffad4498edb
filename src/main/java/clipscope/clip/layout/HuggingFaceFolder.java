package clipscope.clip.layout;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.SiglipText;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// A folder in the layout of Hugging Face: a `config.json` that says what the weights are.
///
/// **Source:** the `save_pretrained` methods of huggingface/transformers.
final class HuggingFaceFolder {

    private static final Texts TEXTS = Texts.beside(HuggingFaceFolder.class);

    private final ModelFiles files;
    private final HuggingFaceConfig config;
    private final FactSheet facts;

    private HuggingFaceFolder(ModelFiles files, HuggingFaceConfig config, FactSheet facts) {
        this.files = files;
        this.config = config;
        this.facts = facts;
    }

    /// Reads all but the weights.
    ///
    /// @throws ProblemException if it is no model, one that we do not run, or its files contradict each other
    static ModelPlan plan(ModelFiles files, JsonFields root) throws ProblemException {
        FactSheet facts = new FactSheet();
        HuggingFaceConfig config = HuggingFaceConfig.read(root, files.folder(), facts);
        return new HuggingFaceFolder(files, config, facts).plan();
    }

    private ModelPlan plan() throws ProblemException {
        NetworkShape network = config.network();
        Preprocessing preprocessing = preprocessing(network);
        TokenizerPlan tokens = switch (network.text()) {
            case ClipText text -> ClipTokens.atTheEnd(files, text.vocabularySize(), facts);
            case SiglipText text -> SiglipTokens.plan(files, text.vocabularySize(), facts);
        };
        if (tokens.source().isEmpty()) {
            throw Fault.notAModel(files.folder(), TEXTS.get("none.tokenizer"));
        }
        WeightSource weights = WeightSource.in(files);
        OpenClipComparison.compare(files, facts);
        return new ModelPlan(
                ModelPlan.Identity.of(
                        files.folder(), ModelPlan.Library.TRANSFORMERS, "Hugging Face " + config.wholeModel()),
                network,
                preprocessing,
                tokens,
                weights,
                new ModelPlan.Findings(facts.facts(), facts.conflicts()));
    }

    private Preprocessing preprocessing(NetworkShape network) throws ProblemException {
        int imageSize = network.image().imageSize();
        Preprocessing usual =
                network.text() instanceof SiglipText ? Preprocessing.siglip(imageSize) : Preprocessing.clip(imageSize);
        Optional<Path> file = files.first("preprocessor_config.json");
        Preprocessing preprocessing =
                file.isPresent() ? PreprocessorConfig.read(file.get(), imageSize, usual, facts) : usual;
        if (file.isEmpty()) {
            PreprocessingFacts.assumed(usual, TEXTS.get("why.pictures"), facts);
        }
        return preprocessing;
    }
}
