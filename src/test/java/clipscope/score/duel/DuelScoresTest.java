package clipscope.score.duel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DuelScoresTest {

    private static final double ONE_IN_E = Math.log(3); // a logit that leads by it has three times the probability

    /// Two labels: to the first image the left one gives 3 : 1, the right one 1 : 3; to the second the same.
    private static final Corner LEFT = corner(new ScoreRule.Softmax(ONE_IN_E), 1, 0, 1, 0, 0, 1);
    private static final Corner RIGHT = corner(new ScoreRule.Softmax(2 * ONE_IN_E), 0, 0.5f, 0.5f, 0, 0.5f, 0);

    private static Corner corner(ScoreRule rule, float... cosines) {
        return new Corner(FloatMatrix.copyOf(cosines.length / 2, 2, cosines), rule);
    }

    private static DuelScores compared(Integer... truths) {
        return DuelScores.of(
                LEFT,
                RIGHT,
                Arrays.stream(truths)
                        .map(truth -> truth < 0 ? OptionalInt.empty() : OptionalInt.of(truth))
                        .toList());
    }

    @Test
    void eachModelHasItsOwnScale() {
        DuelScores scores = compared(-1, -1, -1);

        DuelScores.OfImage first = scores.images().getFirst();
        assertEquals(0, first.left().label());
        assertEquals(1, first.right().label());
        assertEquals(0.75, first.left().probability(), 1e-7);
        assertEquals(0.75, first.right().probability(), 1e-7);
        assertEquals(0.5, first.distance(), 1e-7, "a half of the probability would have to move");
        assertEquals(0, scores.images().get(1).distance(), 1e-7);
        assertEquals(Optional.empty(), scores.accuracy());
    }

    @Test
    void onlyImagesWhoseTopLabelDiffersAreDisagreements() {
        assertEquals(
                List.of(0, 2),
                compared(-1, -1, -1).disagreements().stream()
                        .map(DuelScores.OfImage::image)
                        .toList());
    }

    @Test
    void imagesWithALabelAreCountedByWhoIsRight() {
        assertEquals(
                Optional.of(new PairedAccuracy(1, 1, 1, 0)), compared(0, 0, 0).accuracy());
        assertEquals(
                Optional.of(new PairedAccuracy(0, 0, 1, 1)), compared(-1, 1, 0).accuracy());
    }

    @Test
    void aSigmoidTellsEachLabelsOwnProbability() {
        Corner siglip = corner(new ScoreRule.Sigmoid(10, -5), 0.5f, 0.4f);

        DuelScores.OfImage one = DuelScores.of(siglip, siglip, List.of(OptionalInt.empty()))
                .images()
                .getFirst();

        assertEquals(new TopLabel(0, 0.5), one.left(), "10 × 0.5 − 5 is a logit of 0");
        assertEquals(0, one.distance());
    }

    @Test
    void matricesOfOtherShapesAreRefused() {
        Corner other = corner(new ScoreRule.Softmax(1), 1, 0);

        assertThrows(IllegalArgumentException.class, () -> DuelScores.of(LEFT, other, List.of()));
    }

    @Test
    void ranksOfEqualValuesAreTheirMean() {
        assertArrayEquals(
                new double[] {1, 3.5, 3.5, 2, 5}, RankCorrelation.ranks(new float[] {-1, 0.3f, 0.3f, 0, 0.7f}));
    }

    /// By hand: ranks 1, 2, 3 and 1, 3, 2 have 1 − 6 · 2 / (3 · 8) = ½.
    @Test
    void correlationIsOfRanksAndNotOfValues() {
        assertEquals(
                OptionalDouble.of(0.5), RankCorrelation.spearman(new float[] {0.1f, 0.2f, 9}, new float[] {1, 3, 2}));
        assertEquals(
                OptionalDouble.of(-1), RankCorrelation.spearman(new float[] {1, 2, 3}, new float[] {0.3f, 0.2f, -50}));
    }

    @Test
    void whatHasNoOrderHasNoCorrelation() {
        assertEquals(OptionalDouble.empty(), RankCorrelation.spearman(new float[] {1}, new float[] {1}));
        assertEquals(OptionalDouble.empty(), RankCorrelation.spearman(new float[] {1, 1}, new float[] {1, 2}));
        assertEquals(OptionalDouble.empty(), RankCorrelation.spearman(new float[0], new float[0]));
    }

    @Test
    void allNumbersAreThoseOfNumPy() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/golden/duel/duel.txt"));
        double[] shape = numbers(lines.getFirst());
        Corner left = golden(lines.get(1), shape, 100);
        Corner right = golden(lines.get(2), shape, 30);

        DuelScores scores = DuelScores.of(left, right, Collections.nCopies((int) shape[0], OptionalInt.empty()));

        assertArrayEquals(
                numbers(lines.get(3)),
                scores.correlations().stream()
                        .mapToDouble(OptionalDouble::orElseThrow)
                        .toArray(),
                1e-11);
        assertArrayEquals(
                numbers(lines.get(4)),
                scores.images().stream()
                        .mapToDouble(DuelScores.OfImage::distance)
                        .toArray(),
                1e-11);
        assertArrayEquals(
                numbers(lines.get(5)),
                scores.images().stream()
                        .flatMap(one -> List.of(one.left(), one.right()).stream())
                        .mapToDouble(TopLabel::label)
                        .toArray());
    }

    @Test
    void testsAndIntervalsAreThoseOfNumPy() throws IOException {
        int compared = 0;
        for (String line : Files.readAllLines(Path.of("src/test/golden/duel/duel.txt"))) {
            if (line.startsWith("mcnemar ")) {
                double[] n = numbers(line.substring(8));
                double p = new PairedAccuracy(5, (int) n[0], (int) n[1], 2).pValue();
                assertEquals(n[2], p, 1e-9 * n[2], line);
                compared++;
            } else if (line.startsWith("wilson ")) {
                double[] n = numbers(line.substring(7));
                PairedAccuracy.Share share = new PairedAccuracy((int) n[0], 0, 0, (int) (n[1] - n[0])).left();
                assertEquals(n[0] / n[1], share.share(), 1e-12, line);
                assertEquals(n[2], share.low(), 1e-6, line);
                assertEquals(n[3], share.high(), 1e-6, line);
                compared++;
            }
        }
        assertEquals(11, compared);
    }

    private static Corner golden(String line, double[] shape, double scale) {
        double[] values = numbers(line);
        float[] cosines = new float[values.length];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = (float) values[i];
        }
        return new Corner(FloatMatrix.adopt((int) shape[0], (int) shape[1], cosines), new ScoreRule.Softmax(scale));
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
