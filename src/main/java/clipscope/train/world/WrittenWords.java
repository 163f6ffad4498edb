package clipscope.train.world;

import clipscope.train.world.concept.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Words that are drawn as letters: those of the names, numbers, and words that mean nothing, so that
/// letters must be read and not only whole words known.
final class WrittenWords {

    private static final int LONGEST = 8; // letters that are still seen in a small picture
    private static final int MEANINGLESS = 12_000;
    private static final String CONSONANTS = "bcdfghjklmnprstvwyz";
    private static final String VOWELS = "aeiou";

    private WrittenWords() {}

    /// {@return words of training}: of those with a meaning each tenth is left out
    static List<String> trained(List<Concept> concepts) {
        List<String> words = new ArrayList<>();
        List<String> real = real(concepts);
        for (int i = 0; i < real.size(); i++) {
            if (i % 10 != 0) {
                words.add(real.get(i));
            }
        }
        for (int number = 0; number < 100; number++) {
            words.add(Integer.toString(number));
        }
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            repeated.addAll(words);
        }
        repeated.addAll(meaningless(new SplittableRandom(1), MEANINGLESS));
        return repeated;
    }

    /// {@return words with a meaning that training leaves out}
    static List<String> heldOut(List<Concept> concepts) {
        List<String> words = new ArrayList<>();
        List<String> real = real(concepts);
        for (int i = 0; i < real.size(); i += 10) {
            words.add(real.get(i));
        }
        return words;
    }

    private static List<String> real(List<Concept> concepts) {
        Set<String> words = new TreeSet<>();
        concepts.forEach(concept -> words.addAll(concept.words()));
        return words.stream()
                .filter(word -> word.length() >= 2 && word.length() <= LONGEST && word.matches("[a-z]+"))
                .toList();
    }

    private static List<String> meaningless(RandomGenerator random, int count) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            int syllables = 1 + random.nextInt(3);
            for (int i = 0; i < syllables; i++) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
                word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            if (random.nextBoolean()) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            }
            words.add(word.toString());
        }
        return words;
    }
}
