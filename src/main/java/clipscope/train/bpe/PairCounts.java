package clipscope.train.bpe;

import clipscope.train.bpe.BytePairs.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How often two pieces are side by side in words that are being joined together.
///
/// Only the words that hold a pair are looked at when it is joined, so that thousands of joins take
/// seconds.
///
/// **Thread:** Confined to the thread that made it.
final class PairCounts {

    private static final Comparator<Map.Entry<Pair, Long>> RARER = Map.Entry.<Pair, Long>comparingByValue()
            .reversed()
            .thenComparing(each -> each.getKey().left())
            .thenComparing(each -> each.getKey().right());

    private final List<List<String>> words = new ArrayList<>();
    private final List<Long> occurrences = new ArrayList<>();
    private final Map<Pair, Long> counts = new HashMap<>();
    private final Map<Pair, Set<Integer>> places = new HashMap<>(); // numbers of words that may hold a pair

    void add(List<String> pieces, long count) {
        words.add(pieces);
        occurrences.add(count);
        count(words.size() - 1, 1);
    }

    /// Adds a word's pairs, or takes them away.
    private void count(int word, int sign) {
        List<String> pieces = words.get(word);
        for (int i = 1; i < pieces.size(); i++) {
            Pair pair = new Pair(pieces.get(i - 1), pieces.get(i));
            counts.merge(pair, sign * occurrences.get(word), (a, b) -> a + b == 0 ? null : a + b);
            places.computeIfAbsent(pair, _ -> new TreeSet<>()).add(word);
        }
    }

    /// {@return the pair that occurs most often; of equals the first in the order of characters}
    Optional<Pair> mostFrequent(long minCount) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue() >= minCount)
                .min(RARER)
                .map(Map.Entry::getKey);
    }

    /// Makes one piece of a pair, wherever it is.
    void join(Pair pair) {
        for (int word : List.copyOf(places.getOrDefault(pair, Set.of()))) {
            count(word, -1);
            words.set(word, BytePairs.join(words.get(word), pair));
            count(word, 1);
        }
        counts.remove(pair);
        places.remove(pair);
    }
}
