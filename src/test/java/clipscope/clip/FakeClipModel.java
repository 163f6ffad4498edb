package clipscope.clip;

import clipscope.clip.layout.ModelPlan.Library;
import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Framer;
import clipscope.clip.pixels.Framing;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.clip.text.TextPiece;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A model for tests that knows colours and nothing else: "red" fits red pictures.
///
/// **Shape:** embeddings of 8 dimensions: red, green, blue, 0, 0, 0, 0 and a constant that keeps black from
/// being zero.
public final class FakeClipModel implements ClipModel {

    public static final int DIMENSIONS = 8;
    public static final int CONTEXT = 10; // tokens; small, so that a test can have a text that is cut

    private static final Map<String, float[]> COLOURS = Map.of(
            "red", new float[] {1, 0, 0},
            "green", new float[] {0, 1, 0},
            "blue", new float[] {0, 0, 1},
            "yellow", new float[] {1, 1, 0},
            "white", new float[] {1, 1, 1},
            "black", new float[] {0, 0, 0});
    private static final List<String> OTHER_WORDS =
            List.of("a", "an", "the", "of", "on", "photo", "drawing", "picture");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final float CONSTANT = 0.1f;
    private static final int SIDE = 30; // pixels, of other framings
    private static final Preprocessing PLAIN = new Preprocessing(
            ResizeMode.SHORTEST_EDGE,
            SIDE,
            SIDE,
            Resample.BICUBIC,
            Optional.of(new Crop(SIDE, SIDE, Crop.Rounding.DOWN)),
            List.of(0f, 0f, 0f),
            List.of(1f, 1f, 1f));

    private final String name;
    private final Path location;
    private final ScoreRule scoreRule;
    private PictureSize pictures = PictureSize.asTrained(32, 8);
    private boolean failing;
    private boolean closed;
    private int imagesEncoded;
    private int encodedImages;

    public FakeClipModel() {
        this("fake");
    }

    public FakeClipModel(String name) {
        this(name, Path.of("models", name), new ScoreRule.Softmax(10));
    }

    public FakeClipModel(String name, Path location, ScoreRule scoreRule) {
        this.name = name;
        this.location = location;
        this.scoreRule = scoreRule;
    }

    /// Says that it is given pictures of that size; it looks at the colour of any.
    public void give(int side) {
        pictures = new PictureSize(side, pictures.trained(), pictures.patch());
    }

    /// Makes both encoders fail from now on, or work again.
    public void fail(boolean fails) {
        failing = fails;
    }

    @Override
    public String imageIdentity() {
        return "identity of " + name;
    }

    @Override
    public Optional<Problem> changed() {
        return Optional.empty();
    }

    /// {@return how many images the image tower was given so far}
    public int encodedImages() {
        return encodedImages;
    }

    /// {@return how many images it has been given so far}
    public int imagesEncoded() {
        return imagesEncoded;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(name, location, "ViT-B/32", DIMENSIONS, pictures, CONTEXT);
    }

    @Override
    public Computed computed() {
        return new Computed(Precision.FP32, Device.CPU, "asked for");
    }

    @Override
    public long parameters() {
        return 1_000_000;
    }

    @Override
    public ScoreRule scoreRule() {
        return scoreRule;
    }

    @Override
    public Recipe recipe() {
        return new Recipe(Library.TRANSFORMERS, PLAIN, false, false);
    }

    @Override
    public PixelTensor preprocess(PixelImage image) {
        return framer().apply(image, Framing.CROP).getFirst();
    }

    @Override
    public Framer framer() {
        return new Framer(new Preprocessor(PLAIN));
    }

    @Override
    public TokenizedText tokenize(String text) {
        List<String> words = words(text);
        List<String> kept = words.subList(0, Math.min(words.size(), CONTEXT - 2));
        List<Integer> ids = new ArrayList<>();
        ids.add(1);
        kept.forEach(word -> ids.add(10 + word.length()));
        ids.add(2);
        List<String> unknown = words.stream()
                .filter(word -> !COLOURS.containsKey(word) && !OTHER_WORDS.contains(word))
                .toList();
        return new TokenizedText(text, ids, words.size() - kept.size(), unknown);
    }

    @Override
    public List<TextPiece> pieces(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        for (String word : words(text)) {
            pieces.add(new TextPiece(word, 10 + word.length(), pieces.size() < CONTEXT - 2));
        }
        return pieces;
    }

    @Override
    public FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException {
        encodedImages += images.size();
        imagesEncoded += images.size();
        return matrix(images.stream().map(FakeClipModel::mean).toList());
    }

    private static float[] mean(PixelTensor image) {
        float[] values = image.toArray();
        int pixels = values.length / 3;
        float[] mean = new float[3];
        for (int i = 0; i < values.length; i++) {
            mean[i / pixels] += values[i];
        }
        for (int channel = 0; channel < mean.length; channel++) {
            mean[channel] /= pixels;
        }
        return mean;
    }

    @Override
    public FloatMatrix encodeTexts(List<TokenizedText> texts) throws ProblemException {
        return matrix(texts.stream().map(text -> colour(text.text())).toList());
    }

    @Override
    public void close() {
        closed = true;
    }

    private static float[] colour(String text) {
        float[] sum = new float[3];
        for (String word : words(text)) {
            float[] colour = COLOURS.getOrDefault(word, new float[3]);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += colour[c];
            }
        }
        return sum;
    }

    private static List<String> words(String text) {
        return NO_LETTERS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private FloatMatrix matrix(List<float[]> colours) throws ProblemException {
        if (failing) {
            throw new ProblemException(new Problem.NotANumber(name, "a test"));
        }
        float[] values = new float[colours.size() * DIMENSIONS];
        for (int i = 0; i < colours.size(); i++) {
            System.arraycopy(colours.get(i), 0, values, i * DIMENSIONS, 3);
            values[(i + 1) * DIMENSIONS - 1] = CONSTANT;
        }
        return FloatMatrix.copyOf(colours.size(), DIMENSIONS, values);
    }
}
