package clipscope.train.bpe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.train.bpe.BytePairs.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BytePairsTest {

    /// "low" five times, "lower" twice, "newest" six times, "widest" three times: the example of Sennrich
    /// et al. 2016.
    ///
    /// e-s and s-t`</w>` both occur nine times, and e comes before s. Then es-t`</w>` occurs nine times,
    /// l-o seven times, and e-w, n-e and w-est`</w>` six times.
    @Test
    void theMostFrequentPairsAreJoinedFirst() {
        BytePairs pairs = BytePairs.learn(Map.of("low", 5L, "lower", 2L, "newest", 6L, "widest", 3L), 4, 2);

        assertEquals(
                List.of(new Pair("e", "s"), new Pair("es", "t</w>"), new Pair("l", "o"), new Pair("e", "w")),
                pairs.merges());
    }

    @Test
    void wordsAreCutByTheMergesInTheirOrder() {
        BytePairs pairs = new BytePairs(List.of(new Pair("e", "s"), new Pair("es", "t</w>"), new Pair("l", "o")));

        assertEquals(List.of("lo", "w", "est</w>"), pairs.cut("lowest"));
        assertEquals(List.of("es", "t", "e", "s</w>"), pairs.cut("estes"));
    }

    @Test
    void rarePairsAreLeft() {
        assertEquals(List.of(), BytePairs.learn(Map.of("ab", 1L), 10, 2).merges());
    }

    @Test
    void learningEndsWhenEachWordIsOnePiece() {
        BytePairs pairs = BytePairs.learn(Map.of("abc", 3L), 10, 1);

        assertEquals(List.of("abc</w>"), pairs.cut("abc"));
        assertEquals(2, pairs.merges().size());
    }

    @Test
    void everyByteIsAPieceInsideAndAtTheEndOfAWord() {
        List<String> pieces = new BytePairs(List.of()).pieces();

        assertEquals(512, pieces.size());
        assertEquals(512, new HashSet<>(pieces).size());
        assertTrue(pieces.containsAll(List.of("a", "!", "Ġ", "a</w>", "Ġ</w>"))); // Ġ is the space in GPT-2's table
    }

    @Test
    void lettersBeyondAsciiAreCutIntoTheirBytes() {
        assertEquals(List.of("Ã", "¤</w>"), new BytePairs(List.of()).cut("ä")); // UTF-8: C3 A4
    }

    @Test
    void textsAreSplitAsClipSplitsThem() {
        assertEquals(
                List.of("you", "'ve", "2", "4", "red", "-", "ish", "stars", "!!"),
                Words.of("You've 24 Red-ish stars!!"));
    }
}
