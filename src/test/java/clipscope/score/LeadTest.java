package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void theLeadIsThatOfTheBestOverTheSecondWhereverTheyStand() {
        Lead lead = lead(score("c", 0.10), score("a", 0.30), score("b", 0.25));

        assertEquals(5, lead.logits(), 1e-9); // a logit scale of 100
        assertEquals(Set.of(), lead.near());
        assertFalse(lead.tied());
    }

    @Test
    void labelsThatLieWithinChanceOfTheBestAreNear() {
        Lead lead = lead(score("a", 0.3), score("b", 0.2980), score("c", 0.2971), score("d", 0.2969));

        assertEquals(Set.of("a", "b", "c"), lead.near(), "d is 0.0031 below a, though 0.0002 below c");
        assertEquals(0.2, lead.logits(), 1e-9);
        assertFalse(lead.tied());
    }

    @Test
    void theSameCosineIsATie() {
        Lead lead = lead(score("x", 0.1), score("a", -0.2), score("y", 0.1));

        assertTrue(lead.tied());
        assertEquals(0, lead.logits());
        assertEquals(Set.of("x", "y"), lead.near());
    }

    @Test
    void oneLabelLeadsNobody() {
        assertEquals(Optional.empty(), Lead.of(List.of(score("a", 0.3))));
        assertEquals(Optional.empty(), Lead.of(List.of()));
    }

    private static Lead lead(LabelScore... scores) {
        return Lead.of(List.of(scores)).orElseThrow();
    }

    private static LabelScore score(String label, double cosine) {
        return new LabelScore(label, label, cosine, 100 * cosine, 0);
    }
}
