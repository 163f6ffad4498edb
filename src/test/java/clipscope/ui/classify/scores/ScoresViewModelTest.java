package clipscope.ui.classify.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.ScoreRule;
import clipscope.score.ScoreMode;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoresViewModelTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final ScoresViewModel model = new ScoresViewModel(desk);

    private void ready(String... labels) {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red")));
        desk.session().setLabels(List.of(labels));
        desks.tasks().runAll();
    }

    @Test
    void theModeIsTheModelsUntilThePersonChoosesOne() {
        assertEquals(ScoreMode.SOFTMAX, model.modeProperty().get());

        desks.open(new FakeClipModel("siglip", Path.of("models", "siglip"), new ScoreRule.Sigmoid(10, -5)));
        assertEquals(ScoreMode.INDEPENDENT, model.modeProperty().get());

        model.setMode(ScoreMode.COSINE);
        assertEquals(ScoreMode.COSINE, model.modeProperty().get());
        desk.session().undo();
        assertEquals(ScoreMode.INDEPENDENT, model.modeProperty().get());
    }

    @Test
    void withoutAModelThereIsNoTemperatureToShow() {
        assertEquals(Optional.empty(), model.temperatureProperty().get());

        ready("red", "blue");

        assertTrue(model.temperatureProperty().get().isPresent());
    }

    @Test
    void slidingIsOneStepAndTheWayBackIsTheModelsOwn() {
        ready("red", "blue");
        assertEquals(
                new ScoresViewModel.Temperature(0.1, 0.1),
                model.temperatureProperty().get().orElseThrow());

        model.slideTemperature(0.2);
        model.slideTemperature(0.5);
        assertTrue(model.temperatureProperty().get().orElseThrow().changed());
        assertEquals(2, desk.comparison().scoreRule().scale(), 1e-12);

        model.resetTemperature();
        assertFalse(model.temperatureProperty().get().orElseThrow().changed());
        desk.session().undo();
        assertEquals(0.5, model.temperatureProperty().get().orElseThrow().value(), 0);
        desk.session().undo();
        assertFalse(model.temperatureProperty().get().orElseThrow().changed());
    }

    @Test
    void noneOfTheseIsOfferedReadAndCompared() {
        assertEquals(new NoneState.Hidden(), model.noneProperty().get()); // nothing to compare
        ready("red");
        assertEquals(new NoneState.Offered(), model.noneProperty().get());

        model.setWords("blue\nblack");
        model.useOthers(true);
        assertEquals(new NoneState.Reading(), model.noneProperty().get());
        desks.tasks().runAll();

        NoneState.Compared compared =
                assertInstanceOf(NoneState.Compared.class, model.noneProperty().get());
        assertEquals(2, compared.words());
        // logits 10, 10 · 0.01 / 1.01 and 10 · 0.01 / (0.1 √1.01)
        double others = Math.exp(0.0990099) + Math.exp(0.9950372);
        assertEquals(others / (others + Math.exp(10)), compared.probability().orElseThrow(), 1e-6);

        model.setMode(ScoreMode.COSINE);
        assertEquals(new NoneState.Hidden(), model.noneProperty().get());
        model.setMode(ScoreMode.INDEPENDENT);
        desks.tasks().runAll();
        assertTrue(
                assertInstanceOf(NoneState.Compared.class, model.noneProperty().get())
                        .probability()
                        .isEmpty());
    }

    @Test
    void emptyWordsAreTheListThatComesWithClipScope() {
        model.setWords("fox");
        assertEquals("fox", model.words());

        model.setWords(" ");
        assertTrue(model.words().startsWith("dog\ncat"));
        model.setWords(model.words());
        assertEquals(List.of(), desk.session().document().scores().words());
    }
}
