package clipscope.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ClipModel;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.bpe.CaptionTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    @TempDir
    private Path folder;

    @Test
    void aTrainingWritesAModelThatTheLoaderTakes() throws Exception {
        Path out = folder.resolve("new/model");
        List<TrainingProgress> reports = new ArrayList<>();

        assertEquals(
                Optional.of(out), Trainer.train(new TrainingPlan(out, 5, 2, 4, 2, 1e-3), reports::add, () -> false));

        assertEquals(1, reports.size());
        assertEquals(2, reports.getLast().step());
        try (ClipModel model = ModelLoader.load(out, Precision.FP32)) {
            assertEquals(64, model.card().imageSize());
            assertEquals(List.of("zebra"), model.tokenize("a red zebra").unknownWords());
            assertEquals(1 / 0.07, model.scoreRule().scale(), 0.1); // two steps change it little
        }
        assertTrue(Files.readString(out.resolve("README.md")).contains("| held out |"));
    }

    @Test
    void aCancelledTrainingWritesNoWeights() throws Exception {
        TrainingPlan plan = new TrainingPlan(folder, 5, 1000, 4, 2, 1e-3);

        assertEquals(Optional.empty(), Trainer.train(plan, _ -> {}, () -> true));
        assertFalse(Files.exists(folder.resolve("model.safetensors")));
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        TrainingPlan plan = new TrainingPlan(file, 5, 1, 4, 2, 1e-3);

        ProblemException e = assertThrows(ProblemException.class, () -> Trainer.train(plan, _ -> {}, () -> false));
        assertInstanceOf(Problem.UnwritableFile.class, e.problem());
    }

    @Test
    void aPlanWithoutStepsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TrainingPlan(folder, 1, 0, 4, 2, 1e-3));
    }

    @Test
    void batchesDependOnSeedAndStepAlone() {
        BatchSource one = source(1);
        BatchSource same = source(1);

        assertEquals(one.batch(3), same.batch(3));
        assertArrayEquals(one.batch(3).truth().toArray(), same.batch(3).truth().toArray());
        assertFalse(one.batch(3).equals(one.batch(4)));
        assertFalse(one.batch(3).equals(source(2).batch(3)));
    }

    @Test
    void everyPictureOfABatchHasATrueCaptionAndEveryCaptionATruePicture() {
        float[] truth = source(1).batch(1).truth().toArray(); // 8 pictures, 16 captions
        for (int picture = 0; picture < 8; picture++) {
            assertEquals(1, truth[picture * 16 + 2 * picture]);
            assertEquals(1, truth[picture * 16 + 2 * picture + 1]);
        }
    }

    private BatchSource source(long seed) {
        TrainingPlan plan = new TrainingPlan(folder, seed, 10, 8, 2, 1e-3);
        return new BatchSource(
                plan,
                new Schedule(10, 1e-3),
                new CaptionTokens(CaptionWords.sample(1).pieces()));
    }
}
