package clipscope.train.bpe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    public static final String WORD_END = "</w>";

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
        Map<List<String>, Long> cut = new HashMap<>();
        words.forEach((word, count) -> cut.merge(characters(word), count, Long::sum));
        List<Pair> merges = new ArrayList<>();
        while (merges.size() < maxMerges) {
            Map.Entry<Pair, Long> best = mostFrequent(cut);
            if (best == null || best.getValue() < minCount) {
                break;
            }
            merges.add(best.getKey());
            Map<List<String>, Long> next = new HashMap<>();
            cut.forEach((pieces, count) -> next.merge(join(pieces, best.getKey()), count, Long::sum));
            cut.clear();
            cut.putAll(next);
        }
        return new BytePairs(merges);
    }

    /// {@return all pieces in the order of their ids: bytes, bytes at the end of a word, then what the
    /// merges give}
    public List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        alphabet().forEach(pieces::add);
        alphabet().forEach(each -> pieces.add(each + WORD_END));
        merges.stream().map(Pair::joined).filter(each -> !pieces.contains(each)).forEach(pieces::add);
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

    private static Map.@org.jspecify.annotations.Nullable Entry<Pair, Long> mostFrequent(Map<List<String>, Long> cut) {
        Map<Pair, Long> counts = new HashMap<>();
        cut.forEach((pieces, count) -> {
            for (int i = 1; i < pieces.size(); i++) {
                counts.merge(new Pair(pieces.get(i - 1), pieces.get(i)), count, Long::sum);
            }
        });
        return counts.entrySet().stream()
                .min(Map.Entry.<Pair, Long>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().left())
                        .thenComparing(each -> each.getKey().right()))
                .orElse(null);
    }

    private static List<String> join(List<String> pieces, Pair pair) {
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
        List<String> alphabet = byByte();
        List<String> characters = new ArrayList<>();
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            characters.add(alphabet.get(each & 0xff));
        }
        characters.add(characters.removeLast() + WORD_END);
        return characters;
    }

    /// {@return the character that stands for each byte: itself if it can be seen, else one from U+0100 on}
    private static List<String> byByte() {
        List<String> characters = new ArrayList<>();
        int invisible = 0;
        for (int b = 0; b < 256; b++) {
            characters.add(Character.toString(visible(b) ? b : 0x100 + invisible++));
        }
        return characters;
    }

    private static boolean visible(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae; // as in GPT-2's table
    }

    private static List<String> alphabet() {
        return byByte().stream().sorted(Comparator.naturalOrder()).toList();
    }
}
