package clipscope.clip;

import clipscope.clip.pixels.Framer;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.text.TextPiece;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model whose parts were read from files.
///
/// **Thread:** as [ClipModel] says.
///
/// **Memory:** owns the network and the tokenizer until [#close].
final class LoadedModel implements ClipModel {

    private static final Texts TEXTS = Texts.beside(LoadedModel.class);

    private final ModelCard card;
    private final Recipe recipe;
    private final BoundNetwork bound;
    private final PendingTexts texts;
    private final Preprocessor preprocessor;

    LoadedModel(ModelCard card, Recipe recipe, BoundNetwork bound, PendingTexts texts) {
        this.card = card;
        this.recipe = recipe;
        this.bound = bound;
        this.texts = texts;
        this.preprocessor = new Preprocessor(recipe.pixels());
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public Computed computed() {
        return bound.computed();
    }

    @Override
    public long parameters() {
        return bound.parameters();
    }

    @Override
    public ScoreRule scoreRule() {
        return bound.scoreRule();
    }

    @Override
    public String imageIdentity() {
        return bound.identity();
    }

    @Override
    public Optional<Problem> changed() {
        return bound.files().changed();
    }

    @Override
    public Recipe recipe() {
        return recipe;
    }

    @Override
    public PixelTensor preprocess(PixelImage image) {
        return preprocessor.apply(image);
    }

    @Override
    public Framer framer() {
        return new Framer(preprocessor);
    }

    @Override
    public TokenizedText tokenize(String text) throws ProblemException {
        return texts.get().tokenize(text);
    }

    @Override
    public List<TextPiece> pieces(String text) throws ProblemException {
        return texts.get().pieces(text);
    }

    @Override
    public FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException {
        return usable(whole(images, bound.network()::encodeImages), TEXTS.get("step.image"));
    }

    @Override
    public FloatMatrix encodeTexts(List<TokenizedText> prompts) throws ProblemException {
        List<List<Integer>> rows = new ArrayList<>();
        for (TokenizedText prompt : prompts) {
            rows.add(texts.get().row(prompt));
        }
        return usable(whole(rows, bound.network()::encodeTexts), TEXTS.get("step.text"));
    }

    /// The weights are a mapping of their files: to read beyond the end of one ends the program. Nobody cuts
    /// them between the look at them and the result.
    private <T> FloatMatrix whole(List<T> inputs, Encoder<T> encoder) throws ProblemException {
        Optional<Problem> writing = bound.held().hold().map(file -> new Problem.ModelChanged(file, false));
        try {
            Optional<Problem> changed = writing.or(bound.files()::writtenOver);
            if (changed.isPresent()) {
                throw new ProblemException(changed.get());
            }
            return inParts(inputs, encoder);
        } finally {
            bound.held().release();
        }
    }

    /// One of the network's two encoders.
    @FunctionalInterface
    private interface Encoder<T> {

        FloatMatrix encode(List<T> inputs) throws ProblemException;
    }

    /// Encodes all at once or, where memory does not suffice for that, one half after the other.
    private static <T> FloatMatrix inParts(List<T> inputs, Encoder<T> encoder) throws ProblemException {
        try {
            return encoder.encode(inputs);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.OutOfMemory) || inputs.size() < 2) {
                throw e;
            }
        }
        int half = inputs.size() / 2;
        FloatMatrix first = inParts(inputs.subList(0, half), encoder);
        return first.above(inParts(inputs.subList(half, inputs.size()), encoder));
    }

    /// What is no number, or has no length, can be compared with nothing.
    private FloatMatrix usable(FloatMatrix result, String step) throws ProblemException {
        String where = "%s in %s".formatted(step, precision().label());
        for (int row = 0; row < result.rows(); row++) {
            boolean nothing = true;
            for (float value : result.row(row)) {
                if (!Float.isFinite(value)) {
                    throw new ProblemException(new Problem.NotANumber(card.name(), where));
                }
                nothing &= value == 0;
            }
            if (nothing) {
                throw new ProblemException(new Problem.NoDirection(card.name(), where));
            }
        }
        return result;
    }

    @Override
    public void close() {
        bound.network().close();
        bound.held().close();
        texts.close();
    }
}
