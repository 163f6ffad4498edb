package clipscope.train.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.train.world.concept.Concept;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenWordsTest {

    /// In the order of the alphabet, the first of each ten is left out: ant.
    private static final List<Concept> CONCEPTS = Stream.of(
                    "dog", "cat", "ant", "elephant", "rhinoceros", "sea lion", "x", "pizza", "7up")
            .map(name -> Concept.of(name, List.of(name), List.of(), ""))
            .toList();

    @Test
    void shortNamesAreWrittenOften() {
        List<String> trained = WrittenWords.trained(CONCEPTS);

        assertEquals(List.of("cat", "dog", "pizza"), WrittenWords.known(CONCEPTS));
        assertEquals(21, Collections.frequency(trained, "cat")); // once as one of all words
        assertEquals(20, Collections.frequency(trained, "7"));
        assertEquals(1, Collections.frequency(trained, "elephant"));
        assertEquals(1, Collections.frequency(trained, "lion"));
    }

    @Test
    void someWordsAreNeverWritten() {
        List<String> trained = WrittenWords.trained(CONCEPTS);

        assertEquals(List.of("ant"), WrittenWords.heldOut(CONCEPTS));
        assertTrue(Collections.disjoint(trained, List.of("ant", "rhinoceros", "x", "7up")), "written: " + trained);
    }
}
