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
        Optional<JsonFields> nested = nestedPictures();
        Optional<JsonFields> alone = pictures();
        Optional<JsonFields> first = nested.or(() -> alone);
        if (first.isEmpty()) {
            PreprocessingFacts.assumed(usual, TEXTS.get("why.pictures"), facts);
            return usual;
        }
        Preprocessing preprocessing = PreprocessorConfig.read(first.get(), imageSize, usual, facts);
        if (nested.isPresent() && alone.isPresent()) {
            compare(alone.get(), imageSize, usual);
        }
        return preprocessing;
    }

    /// Newer versions of the library write how pictures are prepared into the file of the whole processor,
    /// and look there first.
    ///
    /// **Source:** `get_image_processor_dict` in `image_processing_base.py` of huggingface/transformers.
    private Optional<JsonFields> nestedPictures() throws ProblemException {
        Optional<Path> file = files.first("processor_config.json");
        return file.isPresent() ? JsonFields.read(file.get()).object("image_processor") : Optional.empty();
    }

    private Optional<JsonFields> pictures() throws ProblemException {
        Optional<Path> file = files.first("preprocessor_config.json");
        return file.isPresent() ? Optional.of(JsonFields.read(file.get())) : Optional.empty();
    }

    private void compare(JsonFields second, int imageSize, Preprocessing usual) {
        FactSheet other = new FactSheet();
        try {
            var _ = PreprocessorConfig.read(second, imageSize, usual, other);
        } catch (ProblemException _) {
            facts.conflict(
                    TEXTS.get("conflict.unread", String.valueOf(second.file().getFileName())));
        }
        other.facts().forEach(fact -> facts.compare(fact.name(), fact.value(), fact.source()));
    }
}
