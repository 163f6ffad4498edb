package clipscope.train;

import clipscope.train.bpe.BytePairs;
import clipscope.train.bpe.Words;
import clipscope.train.caption.CaptionWriter;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.SceneSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The words that captions are made of, and how often each occurs.
///
/// **Thread:** Immutable.
record CaptionWords(Map<String, Long> counts) {

    private static final int SCENES = 20_000; // enough that the rarest word occurs a hundred times
    private static final int MAX_PIECES = 1000; // joined ones; there are about 350
    private static final long MIN_COUNT = 2;

    CaptionWords {
        counts = Map.copyOf(counts);
    }

    /// {@return the words of many captions}
    static CaptionWords sample(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneSource scenes = new SceneSource(Combination.trained(), 1);
        CaptionWriter writer = new CaptionWriter(random);
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < SCENES; i++) {
            Scene scene = scenes.next(random);
            for (String text :
                    List.of(writer.named(scene).text(), writer.any(scene).text())) {
                Words.of(text).forEach(word -> counts.merge(word, 1L, Long::sum));
            }
        }
        return new CaptionWords(counts);
    }

    /// {@return those of letters, sorted}
    List<String> sorted() {
        return counts.keySet().stream()
                .filter(word -> Character.isLetter(word.charAt(0)))
                .sorted()
                .toList();
    }

    /// {@return pieces of which each word is one}
    BytePairs pieces() {
        return BytePairs.learn(counts, MAX_PIECES, MIN_COUNT);
    }
}
