package clipscope.score.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecallTest {

    @Test
    void aQueryCountsIfOneOfItsOwnIsAmongTheFirst() {
        Recall recall = Recall.of(
                List.of(
                        query(Set.of(0), 0.9, 0.1, 0.2, 0.3, 0.4, 0.5), // first
                        query(Set.of(1, 2), 0.9, 0.1, 0.2, 0.3, 0.4, 0.5), // the better one is fifth
                        query(Set.of(1), 0.9, 0.1, 0.2, 0.3, 0.4, 0.5)), // sixth
                6);

        assertEquals(3, recall.queries());
        assertEquals(List.of(1 / 3.0, 2 / 3.0, 1.0), recall.values());
    }

    /// Of four equal ones one is first by chance 1/4, of four with two of one's own by 1 - 2/4.
    @Test
    void equalOnesShareTheChance() {
        assertEquals(0.25, Recall.chance(query(Set.of(3), 1, 1, 1, 1), 4, 1), 1e-12);
        assertEquals(0.5, Recall.chance(query(Set.of(0, 3), 1, 1, 1, 1), 4, 1), 1e-12);
        assertEquals(5 / 6.0, Recall.chance(query(Set.of(0, 3), 1, 1, 1, 1), 4, 2), 1e-12); // 1 - 2/4 · 1/3
        assertEquals(1, Recall.chance(query(Set.of(3), 1, 1, 1, 1), 4, 5), 1e-12);
        assertEquals(0.5, Recall.chance(query(Set.of(3), 9, 1, 0, 1), 4, 2), 1e-12); // one greater, two equal
    }

    @Test
    void whatHasNoScoreIsNeverFound() {
        assertEquals(0, Recall.chance(query(Set.of(0), Double.NaN, 0.1), 2, 1));
        assertEquals(1, Recall.chance(query(Set.of(0, 1), Double.NaN, 0.1), 2, 1));
    }

    private static Recall.Query query(Set<Integer> own, double... scores) {
        return new Recall.Query(i -> scores[i], own::contains);
    }
}
