package clipscope.session.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final double COSINE = 0.01 / 1.01; // of the double's red and blue

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();

    @Test
    void everyImageHasItsBestLabelAndEveryLabelItsSpread() {
        desks.open();
        List<ImageId> images = desk.session().addImages(List.of(Desks.red("red"), Desks.blue("blue"), Desks.blue("b")));
        desk.session().setLabels(List.of("blue", "red", "giraffe"));
        desks.tasks().runAll();

        Survey.Findings found = desk.survey().findings();
        assertEquals(Map.of(images.get(0), "red", images.get(1), "blue", images.get(2), "blue"), found.best());
        assertEquals((2 + COSINE) / 3, desk.survey().of("blue").orElseThrow().mean(), 1e-6);
        assertEquals(COSINE, found.low(), 1e-6);
        assertEquals(1, found.high(), 1e-6);
        assertTrue(desk.survey().of("giraffe").isEmpty());
    }

    /// Pictures are 1 to their own colour, 0.01 / 1.01 to the other, and less to a giraffe.
    @Test
    void aLabelTellsWhoWouldBeFirstWithoutIt() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red"), Desks.blue("blue"), Desks.blue("b"), Desks.blue("c")));
        desk.session().setLabels(List.of("blue", "red"));
        desks.tasks().runAll();

        assertEquals(
                Optional.of(new LabelEffect("blue", 4, 3, List.of(new LabelEffect.Other("red", 1, 4)))),
                desk.survey().effect("blue"));
        assertEquals(
                Optional.of(new LabelEffect("red", 4, 1, List.of(new LabelEffect.Other("blue", 3, 4)))),
                desk.survey().effect("red"));
        assertTrue(desk.survey().effect("giraffe").isEmpty());
    }

    @Test
    void aLabelAloneChangesNothing() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red"), Desks.blue("blue")));
        desk.session().setLabels(List.of("blue"));
        desks.tasks().runAll();

        assertTrue(desk.survey().effect("blue").isEmpty());
    }

    @Test
    void oneImageHasNoSpread() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red")));
        desk.session().setLabels(List.of("red"));
        desks.tasks().runAll();

        assertTrue(desk.survey().of("red").isEmpty());
        assertEquals(1, desk.survey().findings().best().size());
    }

    @Test
    void whoeverShowsFindingsIsToldThatThereAreNone() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red")));
        desk.session().setLabels(List.of("red"));
        desks.tasks().runAll();
        List<Boolean> shown = new ArrayList<>();
        desk.session().onChange(change -> {
            if (change instanceof SessionChange.Surveyed) {
                shown.add(!desk.survey().findings().best().isEmpty());
            }
        });

        desk.session().setLabels(List.of());
        desks.tasks().runAll();

        assertEquals(List.of(false), shown);
    }

    @Test
    void withoutLabelsNothingIsFound() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red"), Desks.red("red")));
        desk.session().setLabels(List.of("red"));
        desks.tasks().runAll();
        desk.session().setLabels(List.of());
        desks.tasks().runAll();

        assertEquals(Survey.Findings.NONE, desk.survey().findings());
    }
}
