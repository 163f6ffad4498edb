package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.ScoreRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Expected values by hand: with logits ln 6, ln 2, ln 1 the shares are 6, 2 and 1 of 9.
class ImageScoresTest {

    private static final double SCALE = 10;
    private static final double[] LABELS = {Math.log(6) / SCALE, Math.log(2) / SCALE};
    private static final double[] OTHERS = {Math.log(1) / SCALE, Math.log(3) / SCALE};
    private static final double[] NONE = {};
    private static final ScoreRule SOFTMAX = new ScoreRule.Softmax(SCALE);

    @Test
    void withoutOtherWordsTheLabelsShareEverything() {
        expect(List.of(6.0 / 8, 2.0 / 8), 0, ImageScores.of(LABELS, NONE, SOFTMAX, ScoreMode.SOFTMAX));
    }

    @Test
    void otherWordsTakeTheirShareAsNoneOfThese() {
        expect(List.of(6.0 / 12, 2.0 / 12), 4.0 / 12, ImageScores.of(LABELS, OTHERS, SOFTMAX, ScoreMode.SOFTMAX));
    }

    @Test
    void aloneEachLabelIsJudgedAgainstOtherWordsOnly() {
        expect(List.of(6.0 / 10, 2.0 / 6), 0, ImageScores.of(LABELS, OTHERS, SOFTMAX, ScoreMode.INDEPENDENT));
    }

    @Test
    void aSigmoidModelNeedsNoOtherWords() {
        ScoreRule sigmoid = new ScoreRule.Sigmoid(SCALE, -Math.log(2));

        expect(List.of(3.0 / 4, 1.0 / 2), 0, ImageScores.of(LABELS, NONE, sigmoid, ScoreMode.INDEPENDENT));
        expect(List.of(6.0 / 8, 2.0 / 8), 0, ImageScores.of(LABELS, NONE, sigmoid, ScoreMode.SOFTMAX));
    }

    @Test
    void noLabelsHaveNoShare() {
        expect(List.of(), 1, ImageScores.of(NONE, OTHERS, SOFTMAX, ScoreMode.SOFTMAX));
        expect(List.of(), 0, ImageScores.of(NONE, NONE, SOFTMAX, ScoreMode.INDEPENDENT));
    }

    private static void expect(List<Double> probabilities, double none, ImageScores scores) {
        assertEquals(probabilities.size(), scores.probabilities().size());
        for (int i = 0; i < probabilities.size(); i++) {
            assertEquals(probabilities.get(i), scores.probabilities().get(i), 1e-12);
        }
        assertEquals(none, scores.none(), 1e-12);
    }
}
