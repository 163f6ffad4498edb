package clipscope.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelListTest {

    @Test
    void commasSemicolonsTabsAndLineEndsSeparate() {
        assertEquals(
                List.of("cat", "dog", "bird", "fish", "a red fox"),
                LabelList.parse("cat, dog;bird\tfish\r\na red fox"));
    }

    @Test
    void blankOnesAndRepetitionsAreLeftOutAndSpacesTrimmed() {
        assertEquals(List.of("cat", "black dog"), LabelList.parse(" cat ,, \n cat,black   dog,\n"));
    }

    @Test
    void nothingMakesNoLabel() {
        assertEquals(List.of(), LabelList.parse(" ,\n "));
    }

    @Test
    void aCommaInALineOfAFileBelongsToItsLabel() {
        assertEquals(List.of("crane, a bird", "kite"), LabelList.lines("crane, a bird\n\nkite\n"));
    }

    @Test
    void anyScriptIsALabel() {
        assertEquals(List.of("猫", "собака", "🐶"), LabelList.parse("猫,собака,🐶"));
    }
}
