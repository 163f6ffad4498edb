package clipscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    @Test
    void quotesHoldSeparatorsLineEndsAndQuotes() {
        assertEquals(
                List.of(List.of("a, b", "1"), List.of("two\nlines", "2"), List.of("say \"hi\"", "")),
                TextTable.rows("\"a, b\",1\r\n\r\n\"two\nlines\",2\r\"say \"\"hi\"\"\",\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "|", "\t"})
    void theFirstLineSaysWhatSeparates(String separator) {
        assertEquals(
                List.of(List.of("x,y", "a"), List.of("b", "c")),
                TextTable.rows("\"x,y\"" + separator + "a\nb" + separator + "c"));
    }

    @Test
    void aTabSeparatesWhateverElseIsInTheLine() {
        assertEquals(List.of(List.of("crane, a bird", "3")), TextTable.rows("crane, a bird\t3"));
    }

    @Test
    void aQuoteWithinAFieldOrOneThatNeverEndsIsASign() {
        assertEquals(
                List.of(List.of("5\" pipe", "1"), List.of("\"never", "2"), List.of("cat", "3")),
                TextTable.rows("5\" pipe,1\n\"never,2\ncat,3"));
    }

    @Test
    void aMegabyteOfQuotesIsReadAtOnce() {
        for (String part : List.of("\"", "\"a,", "\"\",", "a\"\n", "\"\"a,\"")) {
            assertTimeout(Duration.ofSeconds(10), () -> TextTable.rows(part.repeat((1 << 20) / part.length())));
        }
    }
}
