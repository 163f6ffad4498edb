package clipscope.train.world.say;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.train.caption.Truth;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.Depiction;
import clipscope.train.world.picture.Look;
import clipscope.train.world.picture.Thing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    private static final Depiction DOG_THAT_SAYS_CAT = new Depiction(
            List.of(
                    new Thing.Pictured(
                            Concept.of("1f415", List.of("dog"), List.of("animal"), "Animals & Nature"), 0.5, 0.5),
                    new Thing.Lettered("cat", 0.5, 0.8)),
            Optional.empty(),
            Optional.empty(),
            Look.COLOURED);

    @ParameterizedTest
    @CsvSource({"dog,TRUE", "animal,TRUE", "cat,TRUE", "black cat,UNSURE", "rose,FALSE"})
    void whatIsWrittenCountsAsShown(String name, Truth expected) {
        assertEquals(expected, Statement.Shown.of(name).of(DOG_THAT_SAYS_CAT));
    }

    @ParameterizedTest
    @CsvSource({"cat,TRUE", "dog,FALSE"})
    void whatIsShownDoesNotCountAsWritten(String text, Truth expected) {
        assertEquals(expected, new Statement.Written(text, Optional.empty()).of(DOG_THAT_SAYS_CAT));
    }
}
