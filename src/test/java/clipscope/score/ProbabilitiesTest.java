package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.ScoreRule;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

    /// 1 / (1 + e^-(scale · cosine + bias)), by hand: logits 0, 1 and -30.
    @Test
    void withASigmoidEachLabelStandsAlone() {
        double[] found = Probabilities.of(new double[] {0.1, 0.2, -2.9}, new ScoreRule.Sigmoid(10, -1));

        assertEquals(0.5, found[0], 1e-12);
        assertEquals(0.731058578630, found[1], 1e-12);
        assertEquals(9.357622968840e-14, found[2], 1e-24);
    }

    @Test
    void aSigmoidOfHugeLogitsStaysAProbability() {
        double[] found = Probabilities.of(new double[] {1, -1}, new ScoreRule.Sigmoid(10_000, 0));

        assertEquals(1, found[0]);
        assertEquals(0, found[1]);
    }

    /// e^0 : e^1 shares of one whole.
    @Test
    void withASoftmaxTheLabelsShareOneWhole() {
        double[] found = Probabilities.of(new double[] {0.1, 0.2}, new ScoreRule.Softmax(10));

        assertEquals(0.268941421370, found[0], 1e-12);
        assertEquals(0.731058578630, found[1], 1e-12);
    }

    @Test
    void aLogitIsScaledAndMoved() {
        assertEquals(-1.5, new ScoreRule.Sigmoid(10, -3.5).logit(0.2), 1e-12);
        assertEquals(2, new ScoreRule.Softmax(10).logit(0.2), 1e-12);
    }
}
