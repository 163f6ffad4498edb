package clipscope.ui.duel.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.score.duel.PairedAccuracy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DuelWordsTest {

    @Test
    void whoIsRightIsSaidWithTheOddsOfChance() {
        assertEquals(
                "Of 1,000 labelled images, only A is right on 3, only B on 1 (McNemar, exact: p = 0.63).",
                DuelWords.verdict(Optional.of(new PairedAccuracy(990, 3, 1, 6))),
                "2 · (1 + 4) / 2⁴ = 0.625");
        assertEquals(
                "Of 9 labelled images, both are right on the same 7.",
                DuelWords.verdict(Optional.of(new PairedAccuracy(7, 0, 0, 2))));
        assertEquals("< 0.0001", DuelWords.probability(new PairedAccuracy(0, 40, 0, 0).pValue()));
        assertEquals("0.0010", DuelWords.probability(1 / 1024.0));
    }

    @Test
    void accuracyHasItsInterval() {
        assertEquals(
                "39.7 to 89.2",
                DuelWords.interval(Optional.of(new PairedAccuracy(7, 0, 0, 3).left())),
                "Wilson's interval for 7 of 10");
        assertEquals("70.0 %", DuelWords.accuracy(Optional.of(new PairedAccuracy(7, 0, 0, 3).left())));
        assertEquals("–", DuelWords.accuracy(Optional.empty()));
    }

    @Test
    void aNegativeNumberHasAMinus() {
        assertEquals("−0.50", DuelWords.correlation(OptionalDouble.of(-0.5)));
        assertEquals("–", DuelWords.correlation(OptionalDouble.empty()));
    }

    @Test
    void fieldsWithCommasAndQuotesAreQuoted() {
        assertEquals("a,\"b,\"\"c\"\"\"\r\n", DuelCsv.commas(List.of(List.of("a", "b,\"c\""))));
        assertEquals("a b\tc\n", DuelCsv.tabs(List.of(List.of("a\tb", "c"))));
    }
}
