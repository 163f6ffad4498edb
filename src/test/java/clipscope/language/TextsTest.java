package clipscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.language.sample.Sample;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private static final Texts TEXTS = Texts.beside(Sample.class);

    private static List<String> counts() {
        return Stream.of(0, 1, 12_345).map(count -> TEXTS.get("count", count)).toList();
    }

    @Test
    void aTextIsInTheLanguageSpokenAtThatMoment() {
        assertEquals("It's open", TEXTS.get("open"));
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            assertEquals("Geöffnet", TEXTS.get("open"));
        }
        assertEquals("It's open", TEXTS.get("open"));
    }

    /// A machine that speaks German, on which English was chosen.
    @Test
    void noOtherLanguageComesInBesideTheOneSpoken() {
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);

            assertEquals("It's open", TEXTS.get("open"));
        }
    }

    @Test
    void numbersChooseTheirPluralAndAreGrouped() {
        assertEquals(List.of("no images", "one image", "12,345 images"), counts());
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            assertEquals(List.of("keine Bilder", "ein Bild", "12\u00a0345 Bilder"), counts());
        }
    }

    @Test
    void aMissingTextIsToldByItsKeyAndBundle() {
        String told = assertThrows(IllegalArgumentException.class, () -> TEXTS.get("closed"))
                .getMessage();

        assertEquals("no text \"closed\" in clipscope.language.sample.texts", told);
    }

    @Test
    void howManyDigitsAFractionHasIsNotGuessed() {
        assertThrows(IllegalArgumentException.class, () -> TEXTS.get("count", 0.5));
        assertThrows(IllegalArgumentException.class, () -> TEXTS.get("count", 0.5f));
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM, de, de",
        "SYSTEM, fr, en",
        "SYSTEM, '', en",
        "ENGLISH, de, en",
        "GERMAN, en, de",
        "GERMAN, fr, de"
    })
    void theSystemsLanguageIsFollowedWhereTheWindowSpeaksIt(Language chosen, String ofSystem, String spoken) {
        assertEquals(Locale.of(spoken), chosen.locale(ofSystem));
    }

    @Test
    void numbersKeepTheirPointInGerman() {
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            assertEquals("0.28", "%.2f".formatted(0.28));
        }
    }
}
