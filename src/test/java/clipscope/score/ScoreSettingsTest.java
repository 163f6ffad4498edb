package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.ScoreRule;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreSettingsTest {

    private static final ScoreSettings OWN = ScoreSettings.MODELS_OWN;

    @Test
    void unlessAskedOtherwiseAModelIsReadAsItWasTrained() {
        assertEquals(ScoreMode.SOFTMAX, OWN.mode(new ScoreRule.Softmax(100)));
        assertEquals(ScoreMode.INDEPENDENT, OWN.mode(new ScoreRule.Sigmoid(100, -10)));
        assertEquals(ScoreMode.COSINE, OWN.withMode(ScoreMode.COSINE).mode(new ScoreRule.Softmax(100)));
        assertEquals(new ScoreRule.Softmax(100), OWN.applied(new ScoreRule.Softmax(100)));
    }

    @Test
    void aTemperatureReplacesTheScaleAndKeepsTheBias() {
        ScoreSettings warm = OWN.withTemperature(OptionalDouble.of(0.05));

        assertEquals(20, warm.applied(new ScoreRule.Softmax(100)).scale(), 1e-12);
        ScoreRule sigmoid = warm.applied(new ScoreRule.Sigmoid(100, -10));
        assertEquals(20, sigmoid.scale(), 1e-12);
        assertEquals(-10, sigmoid.bias(), 0);
    }

    @Test
    void aTemperatureIsAPositiveNumber() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> OWN.withTemperature(OptionalDouble.of(bad)));
        }
    }

    @Test
    void labelsAreLeftOutAndThresholdsSetOneByOne() {
        ScoreSettings some = OWN.leavingOut("a", true).leavingOut("b", true).leavingOut("a", false);
        assertEquals(Set.of("b"), some.leftOut());

        ScoreSettings two = OWN.withThreshold("a", OptionalDouble.of(0.2)).withThreshold("b", OptionalDouble.of(0.3));
        assertEquals(Map.of("a", 0.2, "b", 0.3), two.thresholds());
        assertEquals(
                Map.of("a", 0.2), two.withThreshold("b", OptionalDouble.empty()).thresholds());
    }
}
