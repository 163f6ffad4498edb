package clipscope.session.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PythonTextTest {

    @Test
    void aQuoteDoesNotEndTheLiteral() {
        assertEquals("\"a \\\"; import os; \\\\\"", PythonText.string("a \"; import os; \\"));
    }

    @Test
    void linesStayInOneLiteral() {
        assertEquals("\"a\\nb\\r\\tc\\u0000\"", PythonText.string("a\nb\r\tc\u0000"));
    }

    @Test
    void signsThatTurnTheDirectionOfReadingAreWrittenAsTheirNumbers() {
        assertEquals("\"a\\u202e)(\\u202c \\u2066قطة\\u2069\"", PythonText.string("a\u202e)(\u202c \u2066قطة\u2069"));
    }

    @Test
    void lettersOfAllLanguagesStayAndHalfOfOneIsWrittenAsItsNumber() {
        assertEquals("\"кошка 🐈 \\ud83d\"", PythonText.string("кошка 🐈 \ud83d"));
    }

    @Test
    void listsAndDictionariesHaveAnItemALine() {
        assertEquals("[\n    \"a\",\n    \"b\",\n]", PythonText.list(List.of("a", "b")));
        assertEquals("[\n]", PythonText.list(List.of()));
        assertEquals("{\n    \"k\": \"v\",\n}", PythonText.dictionary(Map.of("k", "v")));
    }

    @Test
    void aCommentIsOneLine() {
        assertEquals("# a import os", PythonText.comment("a\nimport os"));
    }
}
