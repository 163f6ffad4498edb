package clipscope.train.own;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.ResizeMode;
import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizerSource;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.FloatTensor;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.StoredWeights;
import clipscope.train.bpe.BytePairs;
import clipscope.train.bpe.TokenizerFile;
import clipscope.train.bpe.Words;
import clipscope.train.data.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The model that a training begins with: its network, its pieces, what it does to pictures.
///
/// **Thread:** Immutable.
///
/// @param tokenizer as a `tokenizer.json`
/// @param words the list of the words that the model knows, if it has one
record Foundation(
        ClipShape shape, Preprocessing preprocessing, String tokenizer, Optional<Path> words, Weights weights) {

    private static final Texts TEXTS = Texts.beside(Foundation.class);

    /// How many pieces a vocabulary has at most.
    static final int MOST_PIECES = 4096;

    private static final int MERGES = MOST_PIECES - 512 - 2; // beside bytes, bytes at a word's end, start and end
    private static final long FEWEST = 2; // a pair of pieces that occurs once is no piece

    /// Gives the weights, in the order of [TrainingNetwork#weights()].
    @FunctionalInterface
    interface Weights {

        List<FloatTensor> read() throws ProblemException;
    }

    /// {@return how large the pictures are that a training from this start looks at}
    ///
    /// @throws ProblemException if it is a model that cannot be trained
    static int imageSize(Start start) throws ProblemException {
        return switch (start) {
            case Start.FromNothing(ModelSize size) -> size.imageSize();
            case Start.FromModel(Path model) ->
                shape(ModelPlans.read(model)).image().imageSize();
        };
    }

    /// {@return the network of a start, but with few pieces}
    ///
    /// @throws ProblemException if it is a model that cannot be trained
    static ClipShape probed(Start start, int pieces) throws ProblemException {
        ClipShape shape = switch (start) {
            case Start.FromNothing(ModelSize size) -> size.shape(pieces);
            case Start.FromModel(Path model) -> shape(ModelPlans.read(model));
        };
        ClipText text = shape.text();
        return new ClipShape(
                shape.image(), new ClipText(text.transformer(), pieces, text.contextLength(), text.dimensions()));
    }

    /// {@return a start that reads captions like these}
    ///
    /// @throws ProblemException if it is a model that cannot be read, or not be trained
    static Foundation of(Start start, List<Example> training, long seed) throws ProblemException {
        return switch (start) {
            case Start.FromNothing(ModelSize size) -> fromNothing(size, training, seed);
            case Start.FromModel(Path model) -> fromModel(ModelPlans.read(model));
        };
    }

    private static Foundation fromNothing(ModelSize size, List<Example> training, long seed) {
        Map<String, Long> counts = new TreeMap<>();
        for (Example example : training) {
            for (String caption : example.captions()) {
                Words.of(CaptionIds.plain(caption)).forEach(word -> counts.merge(word, 1L, Long::sum));
            }
        }
        TokenizerFile pieces = new TokenizerFile(BytePairs.learn(counts, MERGES, FEWEST));
        ClipShape shape = size.shape(pieces.size());
        return new Foundation(
                shape,
                size.preprocessing(),
                pieces.json(),
                Optional.empty(),
                () -> TrainingNetwork.randomWeights(shape, seed));
    }

    private static Foundation fromModel(ModelPlan plan) throws ProblemException {
        ClipShape shape = shape(plan);
        if (plan.preprocessing().mode() == ResizeMode.LONGEST_EDGE) {
            throw unsupported(plan, TEXTS.get("other.longer"));
        }
        if (plan.tokenizer().rule() != TextRule.AS_WRITTEN
                || plan.tokenizer().padding().isPresent()) {
            throw unsupported(plan, TEXTS.get("other.texts"));
        }
        TokenizerSource pieces = plan.tokenizer()
                .source()
                .orElseThrow(() -> new ProblemException(
                        new Problem.MissingTokenizer(plan.identity().location())));
        return new Foundation(
                shape,
                plan.preprocessing(),
                pieces.json(shape.text().vocabularySize()),
                plan.tokenizer().words(),
                () -> StoredWeights.read(plan, shape));
    }

    private static ClipShape shape(ModelPlan plan) throws ProblemException {
        NetworkShape network = plan.network();
        if (network.image() instanceof ClipVision image && network.text() instanceof ClipText text) {
            return new ClipShape(image, text);
        }
        throw unsupported(plan, TEXTS.get("other.towers"));
    }

    private static ProblemException unsupported(ModelPlan plan, String part) {
        return new ProblemException(new Problem.UnsupportedModel(plan.identity().location(), part));
    }
}
