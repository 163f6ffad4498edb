package clipscope.clip;

import static clipscope.embedding.Matrices.assertAligned;
import static clipscope.embedding.Matrices.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A loaded model against the independent reference: tokens, projections, logits.
///
/// Blocks and towers are compared in `clip.engine.StagesTest`.
class ReferenceTest {

    private static final float MAX_DIFFERENCE = 1e-5f; // of projections of size 4; the most seen was 2.8e-6
    private static final double LOGIT_DIFFERENCE = 1e-4; // 20 times that of a cosine, and rounding to float
    private static final double BF16_COSINE = 0.9995; // the least seen was 0.99967

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void tokensAreTheReferences(Golden golden) throws Exception {
        try (ClipModel model = ModelLoader.load(golden.folder(), Precision.FP32)) {
            for (Golden.Text text : golden.texts()) {
                assertEquals(
                        new TokenizedText(text.text(), text.ids(), text.dropped(), List.of()),
                        model.tokenize(text.text()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void projectionsAreTheReferences(Golden golden) throws Exception {
        try (ClipModel model = ModelLoader.load(golden.folder(), Precision.FP32)) {
            assertNear(golden.stage("image-projection"), model.encodeImages(golden.images()), MAX_DIFFERENCE);
            assertNear(golden.stage("text-projection"), model.encodeTexts(tokens(golden, model)), MAX_DIFFERENCE);
        }
    }

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void logitsAreTheReferences(Golden golden) throws Exception {
        try (ClipModel model = ModelLoader.load(golden.folder(), Precision.FP32)) {
            FloatMatrix images = model.encodeImages(golden.images());
            FloatMatrix texts = model.encodeTexts(tokens(golden, model));
            FloatMatrix logits = golden.stage("logits");
            for (int image = 0; image < logits.rows(); image++) {
                for (int text = 0; text < logits.columns(); text++) {
                    double logit = model.scoreRule().logit(cosine(images, image, texts, text));
                    assertEquals(logits.at(image, text), logit, LOGIT_DIFFERENCE);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clipscope.clip.Golden#all")
    void inBfloat16TheDirectionsAreTheReferences(Golden golden) throws Exception {
        try (ClipModel model = ModelLoader.load(golden.folder(), Precision.BF16)) {
            assertEquals(Precision.BF16, model.precision());
            assertAligned(golden.stage("image-projection"), model.encodeImages(golden.images()), BF16_COSINE);
            assertAligned(golden.stage("text-projection"), model.encodeTexts(tokens(golden, model)), BF16_COSINE);
        }
    }

    private static List<TokenizedText> tokens(Golden golden, ClipModel model) throws Exception {
        List<TokenizedText> tokens = new ArrayList<>();
        for (Golden.Text text : golden.texts()) {
            tokens.add(model.tokenize(text.text()));
        }
        return tokens;
    }

    private static float cosine(FloatMatrix a, int rowOfA, FloatMatrix b, int rowOfB) {
        return Embedding.ofProjection(a.row(rowOfA)).cosine(Embedding.ofProjection(b.row(rowOfB)));
    }
}
