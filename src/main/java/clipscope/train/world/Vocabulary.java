package clipscope.train.world;

import clipscope.train.bpe.BytePairs;
import clipscope.train.bpe.Words;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.say.Narrator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The words that captions are made of, and how often each occurs.
///
/// **Thread:** Immutable.
record Vocabulary(Map<String, Long> counts) {

    private static final int CAPTIONS = 40_000;
    private static final long NAMED = 20; // so that each word of a name is one piece
    private static final int MAX_PIECES = 4000; // joined ones
    private static final long MIN_COUNT = 5;

    Vocabulary {
        counts = Map.copyOf(counts);
    }

    /// {@return the words of many captions, and of all names}
    static Vocabulary sample(DrawnWorld world, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Narrator narrator = new Narrator(random);
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < CAPTIONS / 20; i++) {
            String text = narrator.about(world.any(random, 1).depiction()).text();
            Words.of(text).forEach(word -> counts.merge(word, 20L, Long::sum));
        }
        for (int i = 0; i < CAPTIONS; i++) {
            Words.of(narrator.name(world.anyConcept(random)).text()).forEach(word -> counts.merge(word, 1L, Long::sum));
        }
        for (Concept concept : world.concepts()) {
            concept.words().forEach(word -> counts.merge(word, NAMED, Long::sum));
        }
        return new Vocabulary(counts);
    }

    /// {@return pieces of which most words are one}
    BytePairs pieces() {
        return BytePairs.learn(counts, MAX_PIECES, MIN_COUNT);
    }
}
