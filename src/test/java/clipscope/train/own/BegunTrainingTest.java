package clipscope.train.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.engine.TrainingState;
import clipscope.clip.weights.FloatTensor;
import clipscope.problem.ProblemException;
import clipscope.train.data.DataForm;
import clipscope.train.data.DataSettings;
import clipscope.train.data.PairData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BegunTrainingTest {

    private static final Instant MORNING = Instant.parse("2026-11-28T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whereNothingWasBegunNothingIsFound() throws ProblemException {
        assertEquals(Optional.empty(), BegunTraining.in(plan(1), data("a")));
    }

    @Test
    void theSameTrainingIsToldWithItsStepAndItsDate() throws Exception {
        begin();

        assertEquals(Optional.of(new BegunTraining(7, MORNING, true)), BegunTraining.in(plan(1), data("a")));
    }

    @Test
    void otherSettingsOrPicturesAreAnotherTraining() throws Exception {
        begin();

        assertEquals(Optional.of(new BegunTraining(7, MORNING, false)), BegunTraining.in(plan(2), data("a")));
        assertEquals(Optional.of(new BegunTraining(7, MORNING, false)), BegunTraining.in(plan(1), data("b")));
    }

    @Test
    void whatIsForgottenIsGoneAndAModelBesideItStays() throws Exception {
        begin();
        Path model = folder.resolve("mine/model.safetensors");
        Files.writeString(model, "a model");

        BegunTraining.forget(plan(1));

        assertEquals(Optional.empty(), BegunTraining.in(plan(1), data("a")));
        assertEquals(List.of(), List.of(folder.resolve("mine/training").toFile().list()));
        assertTrue(Files.exists(model));
    }

    @Test
    void aCheckpointThatIsNoneIsAProblem() throws Exception {
        begin();
        Files.writeString(folder.resolve("mine/training/checkpoint.safetensors"), "no weights");

        assertThrows(ProblemException.class, () -> BegunTraining.in(plan(1), data("a")));
    }

    private void begin() throws Exception {
        WorkFolder work = WorkFolder.in(plan(1).out());
        work.claim(PlanText.json(plan(1), data("a")));
        List<FloatTensor> weights = List.of(FloatTensor.adopt("w", List.of(1L), new float[] {0.5f}));
        work.checkpoint().write(new TrainingState(7, weights, weights, weights, weights));
        work.keepBest(5, weights);
        Files.writeString(folder.resolve("mine/training/learned.csv"), "step\n");
        Files.setLastModifiedTime(work.checkpoint().file(), FileTime.from(MORNING));
    }

    private OwnPlan plan(long seed) {
        return new OwnPlan(
                folder.resolve("data"),
                folder.resolve("mine"),
                new Start.FromNothing(ModelSize.SMALL),
                Method.fromNothing(),
                Augmentation.NONE,
                DataSettings.TEMPLATES,
                seed);
    }

    private static PairData data(String fingerprint) {
        return new PairData(DataForm.SIDECARS, List.of(), List.of(), List.of(), fingerprint);
    }
}
