package clipscope.train.world;

import clipscope.train.world.concept.Concept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Words that are drawn as letters: mostly a few, and often enough to be learned as wholes. A model of this
/// size does not learn to spell.
final class WrittenWords {

    private static final int SHORT = 5; // letters
    private static final int LONGEST = 8; // letters that are still seen in a small picture
    private static final int NUMBERS = 21;
    private static final int TIMES = 20; // as often as one of the others

    private WrittenWords() {}

    /// {@return words of training, some of them many times}: of those with a meaning each tenth is left out
    static List<String> trained(List<Concept> concepts) {
        List<String> words = new ArrayList<>();
        for (String word : known(concepts)) {
            words.addAll(Collections.nCopies(TIMES, word));
        }
        for (int number = 0; number < NUMBERS; number++) {
            words.addAll(Collections.nCopies(TIMES, Integer.toString(number)));
        }
        Set<String> heldOut = Set.copyOf(heldOut(concepts));
        real(concepts).stream().filter(word -> !heldOut.contains(word)).forEach(words::add);
        return words;
    }

    /// {@return the words that are written most often: short names of things}
    static List<String> known(List<Concept> concepts) {
        Set<String> heldOut = Set.copyOf(heldOut(concepts));
        return concepts.stream()
                .map(Concept::name)
                .filter(name -> name.matches("[a-z]{2," + SHORT + "}") && !heldOut.contains(name))
                .distinct()
                .sorted()
                .toList();
    }

    /// {@return words with a meaning that training leaves out}
    static List<String> heldOut(List<Concept> concepts) {
        List<String> real = real(concepts);
        return IntStream.iterate(0, i -> i < real.size(), i -> i + 10)
                .mapToObj(real::get)
                .toList();
    }

    private static List<String> real(List<Concept> concepts) {
        Set<String> words = new TreeSet<>();
        concepts.forEach(concept -> words.addAll(concept.words()));
        return words.stream()
                .filter(word -> word.matches("[a-z]{2," + LONGEST + "}"))
                .toList();
    }
}
