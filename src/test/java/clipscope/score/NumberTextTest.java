package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 %",
        "0.00001, <0.1 %",
        "0.0006, 0.1 %",
        "0.839, 83.9 %",
        "0.9994, 99.9 %",
        "0.9999, >99.9 %",
        "1, 100.0 %"
    })
    void aProbabilityIsNotRoundedToCertainty(double probability, String text) {
        assertEquals(text, NumberText.percent(probability));
    }

    @Test
    void decimalsHavePointsWhereverThePersonLives() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0.3021", NumberText.cosine(0.30211));
            assertEquals("0.302", NumberText.shortCosine(0.30211));
            assertEquals("-3.50", NumberText.logit(-3.5));
        } finally {
            Locale.setDefault(before);
        }
    }
}
