package clipscope.clip.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextRuleTest {

    /// The results are those of Python 3.11: `str.lower`, `str.translate` with `string.punctuation`,
    /// `re.sub(r"\s+", " ", …)` and `str.strip`, as `SiglipTokenizer` calls them.
    static Stream<Arguments> texts() {
        String punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        return Stream.of(
                Arguments.of("A Photo, of a CAT!", "a photo, of a cat!", "a photo of a cat"),
                Arguments.of("a\u00a0b\u3000c\u001cd\u0085e", "a\u00a0b\u3000c\u001cd\u0085e", "a b c d e"),
                Arguments.of("\u001fit's \u2581x", "\u001fit's \u2581x", "its x"),
                Arguments.of("\u0130 \u03a3\u039f\u03a3", "i\u0307 \u03c3\u03bf\u03c2", "i\u0307 \u03c3\u03bf\u03c2"),
                Arguments.of(punctuation + "X", punctuation + "x", "x"),
                Arguments.of(
                        "\u201cQ\u201d \u2014 \u00bf", "\u201cq\u201d \u2014 \u00bf", "\u201cq\u201d \u2014 \u00bf"),
                Arguments.of("  ", "  ", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theResultsArePythons(String text, String lower, String bare) {
        assertEquals(text, TextRule.AS_WRITTEN.apply(text));
        assertEquals(lower, TextRule.LOWER_CASE.apply(text));
        assertEquals(bare, TextRule.BARE_WORDS.apply(text));
    }
}
