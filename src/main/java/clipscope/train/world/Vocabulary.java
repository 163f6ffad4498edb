package clipscope.train.world;

import clipscope.train.bpe.BytePairs;
import clipscope.train.bpe.Words;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.Depiction;
import clipscope.train.world.picture.Thing;
import clipscope.train.world.say.Narrator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// The words that captions are made of, and how often each occurs.
///
/// **Thread:** Immutable.
record Vocabulary(Map<String, Long> counts) {

    private static final long SEED = 1; // the same pieces and words for each training
    private static final int CAPTIONS = 40_000;
    private static final long NAMED = 20; // so that each word of a name is one piece
    private static final int MAX_PIECES = 4000; // joined ones
    private static final long MIN_COUNT = 5;

    Vocabulary {
        counts = Map.copyOf(counts);
    }

    /// {@return the words of many captions, and of all names}
    static Vocabulary sample(DrawnWorld world) {
        SplittableRandom random = new SplittableRandom(SEED);
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

    /// {@return the words that mean something in captions, sorted: whoever writes another word gets no answer
    /// worth having}
    static List<String> spoken(DrawnWorld world) {
        SplittableRandom random = new SplittableRandom(SEED);
        Narrator narrator = new Narrator(random);
        Set<String> words = new TreeSet<>();
        world.concepts().forEach(concept -> words.addAll(concept.words()));
        for (int i = 0; i < CAPTIONS; i++) {
            words.addAll(Words.of(narrator.name(world.anyConcept(random)).text()));
        }
        for (int i = 0; i < CAPTIONS / 4; i++) {
            Depiction depiction = world.any(random, 1).depiction();
            List<String> said =
                    new ArrayList<>(Words.of(narrator.about(depiction).text()));
            for (Thing thing : depiction.things()) {
                if (thing instanceof Thing.Lettered written) {
                    said.removeAll(Words.of(written.text())); // it may mean nothing
                }
            }
            words.addAll(said);
        }
        return words.stream()
                .filter(word -> Character.isLetterOrDigit(word.charAt(0)))
                .toList();
    }

    /// {@return pieces of which most words are one}
    BytePairs pieces() {
        return BytePairs.learn(counts, MAX_PIECES, MIN_COUNT);
    }
}
