package clipscope.train.bpe;

import clipscope.clip.text.ByteAlphabet;
import clipscope.clip.text.ClipTokenizerJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pieces that words are cut into: all bytes, and pairs of pieces that were often beside each other.
///
/// As in CLIP, a piece at the end of a word ends in `</w>`, and each byte is written as one visible
/// character.
///
/// **Thread:** Immutable.
///
/// **Source:** Sennrich, Haddow and Birch 2016, algorithm 1; the alphabet is that of OpenAI's GPT-2.
///
/// @param merges what is joined, the most frequent first
public record BytePairs(List<Pair> merges) {

    /// Two pieces side by side.
    public record Pair(String left, String right) {

        String joined() {
            return left + right;
        }
    }

    public BytePairs {
        merges = List.copyOf(merges);
    }

    /// Learns the pieces of a text.
    ///
    /// Of pairs that are equally frequent the first in the order of their characters is joined, so that the
    /// same words give the same pieces.
    ///
    /// @param words how often each word occurs
    /// @param maxMerges stop after so many
    /// @param minCount leave pairs that are rarer than this
    public static BytePairs learn(Map<String, Long> words, int maxMerges, long minCount) {
        PairCounts counts = new PairCounts();
        words.forEach((word, count) -> counts.add(characters(word), count));
        List<Pair> merges = new ArrayList<>();
        while (merges.size() < maxMerges) {
            Optional<Pair> best = counts.mostFrequent(minCount);
            if (best.isEmpty()) {
                break;
            }
            merges.add(best.get());
            counts.join(best.get());
        }
        return new BytePairs(merges);
    }

    /// {@return all pieces in the order of their ids: bytes, bytes at the end of a word, then what the
    /// merges give}
    public List<String> pieces() {
        Set<String> pieces = new LinkedHashSet<>();
        ByteAlphabet.inOrder().forEach(pieces::add);
        ByteAlphabet.inOrder().forEach(each -> pieces.add(each + ClipTokenizerJson.WORD_END));
        merges.stream().map(Pair::joined).forEach(pieces::add);
        return List.copyOf(pieces);
    }

    /// {@return the pieces of one word}
    public List<String> cut(String word) {
        List<String> pieces = characters(word);
        for (Pair merge : merges) {
            pieces = join(pieces, merge);
        }
        return pieces;
    }

    static List<String> join(List<String> pieces, Pair pair) {
        List<String> joined = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            if (!joined.isEmpty() && joined.getLast().equals(pair.left()) && piece.equals(pair.right())) {
                joined.set(joined.size() - 1, pair.joined());
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /// {@return a word as single bytes, the last of them marked}
    private static List<String> characters(String word) {
        List<String> characters = new ArrayList<>();
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            characters.add(ByteAlphabet.of(each));
        }
        characters.add(characters.removeLast() + ClipTokenizerJson.WORD_END);
        return characters;
    }
}
