package clipscope.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelListTest {

    @Test
    void commasSemicolonsTabsAndLineEndsSeparate() {
        assertEquals(
                List.of("cat", "dog", "bird", "fish", "a red fox"),
                LabelList.parse("cat, dog;bird\tfish\r\na red fox"));
    }

    @Test
    void blankOnesAndRepetitionsAreLeftOutAndSpacesTrimmed() {
        assertEquals(List.of("cat", "black dog"), LabelList.parse(" cat ,, \n cat,black   dog,\n"));
    }

    @Test
    void nothingMakesNoLabel() {
        assertEquals(List.of(), LabelList.parse(" ,\n "));
    }

    @Test
    void aCommaInALineOfAFileBelongsToItsLabel() {
        assertEquals(List.of("crane, a bird", "kite"), LabelList.lines("crane, a bird\n\nkite\n"));
    }

    @Test
    void whatStandsInQuotesIsOneLabel() {
        assertEquals(
                List.of("crane, a bird", "kite", "a \"big\" cat", "5; 6"),
                LabelList.parse("\"crane, a bird\",kite\n  \"a \"\"big\"\" cat\" ; \"5; 6\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "5\" pipe, cat | 5\" pipe | cat",
                "\"never closed, cat | \"never closed | cat",
                "\"a\" quoted word, cat | \"a\" quoted word | cat",
                "\"\", cat, \" | cat | \"",
            })
    void aQuoteThatIsNotAroundALabelIsASignLikeAnyOther(String text, String first, String second) {
        assertEquals(List.of(first, second), LabelList.parse(text));
    }

    @Test
    void labelsInOneLineBecomeTheSameLabelsAgain() {
        assertEquals("cat, \"crane, a bird\", 5\" pipe", LabelList.joined(List.of("cat", "crane, a bird", "5\" pipe")));
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            List<String> labels = Stream.generate(() -> random.ints(1 + random.nextInt(5), 0, 8)
                            .mapToObj(sign -> "\",; ab'[".substring(sign, sign + 1))
                            .collect(Collectors.joining()))
                    .map(String::strip)
                    .map(label -> label.replaceAll(" +", " "))
                    .filter(label -> !label.isEmpty())
                    .limit(1 + random.nextInt(4))
                    .distinct()
                    .toList();

            assertEquals(labels, LabelList.parse(LabelList.joined(labels)));
        }
    }

    @Test
    void aMegabyteOfQuotesIsReadAtOnce() {
        for (String part : List.of("\"", "\"a,", "\"\",", "a\"\n", "\"\"a,\"")) {
            assertTimeout(Duration.ofSeconds(10), () -> LabelList.parse(part.repeat((1 << 20) / part.length())));
        }
    }

    @Test
    void anyScriptIsALabel() {
        assertEquals(List.of("猫", "собака", "🐶"), LabelList.parse("猫,собака,🐶"));
    }
}
