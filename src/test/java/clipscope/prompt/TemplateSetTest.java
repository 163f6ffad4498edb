package clipscope.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateSetTest {

    @Test
    void everyPlaceIsFilled() {
        assertEquals("a cat, very cat", new PromptTemplate("a {}, very {}").fill("cat"));
    }

    @Test
    void aLabelMayHoldWhatLooksLikeAPlaceOrAPattern() {
        assertEquals("a {} $1 \\ photo", new PromptTemplate("a {} photo").fill("{} $1 \\"));
    }

    @Test
    void aTemplateWithoutAPlaceIsTold() {
        assertFalse(new PromptTemplate("a photo").hasPlace());
        assertTrue(PromptTemplate.BARE.hasPlace());
    }

    @Test
    void aSetFillsItsTemplatesInOrder() {
        TemplateSet set = new TemplateSet(List.of(new PromptTemplate("a {}"), new PromptTemplate("the {}")));

        assertEquals(List.of("a cat", "the cat"), set.prompts("cat"));
    }

    @Test
    void theNotebooksSevenAreSeven() {
        assertEquals(7, TemplateSet.named("openai-7").orElseThrow().templates().size());
        assertEquals(Optional.empty(), TemplateSet.named("no such set"));
    }

    @Test
    void aSetNeedsTemplatesWithAPlace() {
        assertThrows(IllegalArgumentException.class, () -> new TemplateSet(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new TemplateSet(List.of(new PromptTemplate("no place"))));
    }
}
