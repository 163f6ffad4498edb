package clipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void oneIsSingular() {
        assertEquals("1 image", Words.count(1, "image", "images"));
        assertEquals("0 images", Words.count(0, "image", "images"));
        assertEquals("1,284 images", Words.count(1284, "image", "images"));
    }

    @ParameterizedTest
    @CsvSource({"0.34, 0.3", "9.94, 9.9", "9.96, 10", "108.6, 109", "'1234.4', '1,234'"})
    void aRateHasTheDigitsThatMeanSomething(double perSecond, String words) {
        assertEquals(words, Words.rate(perSecond));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1 s left", "PT6.2S, 7 s left", "PT89S, 89 s left", "PT90S, 2 min left", "PT59M, 59 min left"})
    void theTimeLeftIsRoundedUp(Duration time, String words) {
        assertEquals(words, Words.left(time));
    }

    @Test
    void hoursAreSaidWithTheirMinutes() {
        assertEquals("1 h 20 min left", Words.left(Duration.ofMinutes(80)));
    }
}
