package clipscope.clip;

import clipscope.clip.pixels.CropBox;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.text.TokenizedText;
import clipscope.clip.text.Tokenizer;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.List;

/// A model whose parts were read from a folder.
///
/// **Thread:** as [ClipModel] says.
///
/// **Memory:** owns the network and the tokenizer until [#close].
final class LoadedModel implements ClipModel {

    private final ModelCard card;
    private final BoundNetwork bound;
    private final Tokenizer tokenizer;
    private final Preprocessor preprocessor;

    LoadedModel(ModelCard card, BoundNetwork bound, Tokenizer tokenizer, Preprocessor preprocessor) {
        this.card = card;
        this.bound = bound;
        this.tokenizer = tokenizer;
        this.preprocessor = preprocessor;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public Precision precision() {
        return bound.precision();
    }

    @Override
    public double logitScale() {
        return bound.logitScale();
    }

    @Override
    public PixelTensor preprocess(PixelImage image) {
        return preprocessor.apply(image);
    }

    @Override
    public CropBox cropBox(int width, int height) {
        return preprocessor.cropBox(width, height);
    }

    @Override
    public TokenizedText tokenize(String text) {
        return tokenizer.tokenize(text);
    }

    @Override
    public FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException {
        return finite(bound.network().encodeImages(images), "encoding an image");
    }

    @Override
    public FloatMatrix encodeTexts(List<TokenizedText> texts) throws ProblemException {
        return finite(
                bound.network().encodeTexts(texts.stream().map(this::upToEnd).toList()), "encoding a text");
    }

    /// A text may spell out the end token; the reference takes its embedding at the first one, and what
    /// follows that has no influence on it.
    private List<Integer> upToEnd(TokenizedText text) {
        int end = text.ids().indexOf(tokenizer.endToken());
        return end < 0 ? text.ids() : text.ids().subList(0, end + 1);
    }

    private FloatMatrix finite(FloatMatrix result, String step) throws ProblemException {
        for (float value : result.toArray()) {
            if (!Float.isFinite(value)) {
                throw new ProblemException(new Problem.NotANumber(
                        card.name(),
                        "%s in %s".formatted(step, bound.precision().label())));
            }
        }
        return result;
    }

    @Override
    public void close() {
        bound.network().close();
        tokenizer.close();
    }
}
