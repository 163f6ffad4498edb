package clipscope.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordLeftOutTest {

    @Test
    void eachWordIsLeftOutOnce() {
        assertEquals(
                List.of(
                        new WordLeftOut("", "a", "red-hot fox."),
                        new WordLeftOut(" ", "red-hot", "a fox."),
                        new WordLeftOut(" ", "fox", "a red-hot .")),
                WordLeftOut.of("a red-hot fox."));
        assertEquals(List.of(), WordLeftOut.of(" ."));
    }
}
