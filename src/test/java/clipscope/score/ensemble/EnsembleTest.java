package clipscope.score.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.WeightedSum;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against NumPy: `make_ensembles.py`.
class EnsembleTest {

    private static final double CLOSE = 2e-6; // float cosines times the scale

    private Golden golden = new Golden();
    private TemplateCosines cosines = new TemplateCosines(List.of(), List.of(), new ScoreRule.Softmax(1));

    private static final class Golden {
        double scale;
        float[][] images = {};
        float[][][] prompts = {};
        int[] truth = {};
        List<Integer> chosen = List.of();
        double[] accuracy = {};
        double[] margin = {};
        double[][] recall = {};
        int[] votes = {};
        double[][] MEAN_EMBEDDING = {};
        double[][] WEIGHTED = {};
        double[][] MEAN_PROBABILITY = {};
        double[][] MAXIMUM = {};
        double[] without = {};
        Selection byAccuracy = new Selection();
        Selection byMargin = new Selection();
        double[] sum = {};

        double[][] expected(EnsembleRule rule) {
            return switch (rule) {
                case MEAN_EMBEDDING -> MEAN_EMBEDDING;
                case WEIGHTED -> WEIGHTED;
                case MEAN_PROBABILITY -> MEAN_PROBABILITY;
                case MAXIMUM -> MAXIMUM;
            };
        }
    }

    private static final class Selection {
        List<Integer> chosen = List.of();
        List<Double> values = List.of();
    }

    @BeforeEach
    void read() throws IOException {
        golden = new Gson().fromJson(Files.readString(Path.of("src/test/golden/ensembles.json")), Golden.class);
        cosines = TemplateCosines.of(
                embeddings(golden.images),
                Stream.of(golden.prompts).map(EnsembleTest::embeddings).toList(),
                new ScoreRule.Softmax(golden.scale));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleGivesTheProbabilitiesOfNumPy(EnsembleRule rule) {
        double[] weights = golden.chosen.stream()
                .mapToDouble(template -> golden.accuracy[template])
                .toArray();

        LabelScores scores = LabelScores.of(cosines, golden.chosen, rule, weights);

        assertClose(golden.expected(rule), scores.probabilities());
    }

    @Test
    void eachTemplateAloneHasItsAccuracyItsMarginAndItsRecalls() {
        TemplateReport report = TemplateReport.of(cosines, truth(), golden.chosen, EnsembleRule.MEAN_EMBEDDING);

        assertEquals(
                Arrays.stream(golden.accuracy).boxed().toList(),
                report.singles().stream().map(Quality::agreement).toList());
        for (int t = 0; t < golden.margin.length; t++) {
            assertEquals(golden.margin[t], report.singles().get(t).margin(), CLOSE);
        }
        assertClose(golden.recall, report.byLabel());
        assertEquals(
                Arrays.stream(golden.without).boxed().toList(),
                report.without().stream().map(Quality::agreement).toList());
    }

    @Test
    void withoutTruthTheTemplatesVote() {
        List<OptionalInt> nobodyKnows =
                Arrays.stream(golden.truth).mapToObj(_ -> OptionalInt.empty()).toList();

        Reference reference = Reference.of(cosines, nobodyKnows);

        assertFalse(reference.truth());
        assertEquals(optional(golden.votes), reference.labels());
    }

    @Test
    void selectionByAccuracyTakesTheStepsOfNumPyAndStops() {
        assertSelection(golden.byAccuracy, select(truth()));
    }

    @Test
    void selectionWithoutTruthGoesByTheMarginTowardsTheVote() {
        assertSelection(golden.byMargin, select(Reference.vote(cosines)));
    }

    @Test
    void aCancelledStepIsNone() {
        assertEquals(Optional.empty(), GreedySelection.next(cosines, truth(), List.of(), () -> true));
    }

    private List<GreedySelection.Step> select(Reference reference) {
        List<GreedySelection.Step> steps = new ArrayList<>();
        Optional<GreedySelection.Step> next = GreedySelection.next(cosines, reference, steps, () -> false);
        while (next.isPresent()) {
            steps.add(next.get());
            next = GreedySelection.next(cosines, reference, steps, () -> false);
        }
        return steps;
    }

    @Test
    void imagesThatNobodyJudgesDoNotCount() {
        List<OptionalInt> half = new ArrayList<>(optional(golden.truth));
        for (int i = 0; i < half.size(); i += 2) {
            half.set(i, OptionalInt.empty());
        }

        Quality quality = Quality.of(LabelScores.ofSingle(cosines, 0), Reference.of(cosines, half));

        assertEquals(golden.truth.length / 2, quality.judged());
        assertTrue(quality.truth());
    }

    /// 1.96 × √(0.8 × 0.2 / 100), by hand.
    @Test
    void theUncertaintyIsThatOfAShare() {
        assertEquals(0.0784, new Quality(0.8, 0, 100, true).uncertainty(), 1e-9);
    }

    @Test
    void sumsAndDifferencesAreThoseOfNumPy() {
        List<Embedding> terms = embeddings(golden.images).subList(0, 3);

        Embedding sum = WeightedSum.of(terms, new double[] {1.5, -0.5, 0.25});

        for (int i = 0; i < golden.sum.length; i++) {
            assertEquals(golden.sum[i], sum.at(i), 1e-6);
        }
    }

    /// Two labels, three images, by hand.
    @Test
    void changesTellWhatBecameRight() {
        LabelScores a = scores(0.9f, 0.1f, 0.4f, 0.6f, 0.3f, 0.7f);
        LabelScores b = scores(0.2f, 0.8f, 0.45f, 0.55f, 0.95f, 0.05f);
        List<String> labels = List.of("cat", "dog");

        List<TopChange> changes = TopChange.between(
                a, labels, b, labels, List.of(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(0)));

        assertEquals(List.of(2, 0), changes.stream().map(TopChange::image).toList());
        assertEquals(
                List.of(TopChange.Verdict.BECOMES_RIGHT, TopChange.Verdict.BECOMES_WRONG),
                changes.stream().map(TopChange::verdict).toList());
        assertEquals(0.9, changes.getFirst().lead(), 1e-6);
    }

    private static LabelScores scores(float... values) {
        return new LabelScores(FloatMatrix.copyOf(values.length / 2, 2, values));
    }

    private Reference truth() {
        return new Reference(optional(golden.truth), true);
    }

    private static List<OptionalInt> optional(int[] labels) {
        return Arrays.stream(labels).mapToObj(OptionalInt::of).toList();
    }

    private static List<Embedding> embeddings(float[][] rows) {
        return Stream.of(rows).map(Embedding::ofProjection).toList();
    }

    private static void assertSelection(Selection expected, List<GreedySelection.Step> steps) {
        assertEquals(
                expected.chosen,
                steps.stream().map(GreedySelection.Step::template).toList());
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(expected.values.get(i), steps.get(i).quality().objective(), CLOSE);
        }
    }

    private static void assertClose(double[][] expected, FloatMatrix actual) {
        assertEquals(expected.length, actual.rows());
        for (int r = 0; r < expected.length; r++) {
            for (int c = 0; c < expected[r].length; c++) {
                assertEquals(expected[r][c], actual.at(r, c), CLOSE, r + ", " + c);
            }
        }
    }
}
