package clipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.language.Language;
import clipscope.language.Spoken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ctrl+Home, End    | Strg+Pos1, Ende
                    Alt+Up, Down      | Alt+Auf, Ab
                    Shift+Arrows      | Umschalt+Pfeile
                    Ctrl and +, -, 0  | Strg und +, -, 0
                    Enter or F2       | Enter oder F2
                    Space             | Leertaste
                    Delete            | Entf
                    +, -, 0           | +, -, 0
                    P                 | P
                    """)
    void keysAreCalledAsOnGermanKeyboards(String english, String german) {
        assertEquals(english, KeyNames.of(english));
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            assertEquals(german, KeyNames.of(english));
        }
    }
}
