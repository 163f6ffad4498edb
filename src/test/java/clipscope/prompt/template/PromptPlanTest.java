package clipscope.prompt.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptPlanTest {

    private static final PromptTemplate A = new PromptTemplate("a {}");
    private static final PromptTemplate THE = new PromptTemplate("the {}");

    private final PromptPlan plan = new PromptPlan(List.of(), Map.of()).withTemplates(List.of(A, THE));

    @Test
    void aLabelMayBeCalledOtherwiseInThePrompts() {
        PromptPlan named = plan.withName("crane", " crane (bird) ");

        assertEquals("a crane (bird)", named.prompt(A, "crane"));
        assertEquals("a fox", named.prompt(A, "fox"));
        assertEquals(Map.of(), named.withName("crane", "crane").names());
        assertEquals(Map.of(), named.withName("crane", " ").names());
    }

    @Test
    void theEnsembleHasWhatIsTicked() {
        assertEquals(List.of(THE), plan.using(A, false).used());
        assertEquals(List.of(A, THE), plan.using(A, false).using(A, true).used());
        assertEquals(List.of(A, THE), plan.using(A, false).templates());
    }

    @Test
    void templatesTwiceOrWithoutAPlaceAreDropped() {
        PromptPlan more = plan.withMore(List.of(A, new PromptTemplate("nothing"), PromptTemplate.BARE));

        assertEquals(List.of(A, THE, PromptTemplate.BARE), more.templates());
        assertEquals(List.of(THE), plan.withReplaced(A, THE).templates());
        assertEquals(List.of(THE), plan.without(A).templates());
    }

    @ParameterizedTest
    @EnumSource
    void bundledTemplatesHaveAPlaceAndNoRepetition(BundledSet set) {
        assertTrue(set.templates().stream().allMatch(PromptTemplate::hasPlace));
        assertEquals(set.templates().stream().distinct().toList(), set.templates());
        assertFalse(set.about().isBlank());
    }
}
