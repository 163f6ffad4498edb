package clipscope.train.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.engine.AdamW;
import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.FloatTensor;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {

    private static final int STEPS = 6;
    private static final TransformerShape TOWER = new TransformerShape(16, 32, 2, 2, 1e-5, Activation.GELU);
    private static final ClipShape SHAPE =
            new ClipShape(new ClipVision(TOWER, 16, 8, 8), new ClipText(TOWER, 20, 8, 8));
    private static final RunPlan PLAN =
            new RunPlan(3, STEPS, 2, 1e-2, new AdamW(0.9, 0.98, 1e-8, 0.1, 100, 1), ComputeType.FP32, 2, 2);

    @TempDir
    private Path folder;

    @Test
    void whatIsStoppedAndResumedEndsWithTheSameWeights() throws Exception {
        CheckpointFile whole = new CheckpointFile(folder.resolve("whole"));
        CheckpointFile parts = new CheckpointFile(folder.resolve("parts"));
        AtomicInteger asked = new AtomicInteger();

        try (TrainingNetwork uninterrupted =
                loop(whole, TrainingLoopTest::batch, () -> false).run()) {
            assertEquals(STEPS, uninterrupted.steps());
        }
        try (TrainingNetwork stopped = loop(parts, TrainingLoopTest::batch, () -> asked.incrementAndGet() > 3)
                .run()) {
            assertEquals(3, stopped.steps());
        }
        try (TrainingNetwork resumed =
                loop(parts, TrainingLoopTest::batch, () -> false).run()) {
            assertEquals(STEPS, resumed.steps());
        }
        assertEqual(whole.read().weights(), parts.read().weights());
        assertEqual(whole.read().second(), parts.read().second());
        assertEqual(whole.read().average(), parts.read().average());
    }

    @Test
    void aLossThatIsNoNumberStopsAtItsStepAndLeavesTheLastGoodCheckpoint() throws Exception {
        CheckpointFile checkpoint = new CheckpointFile(folder.resolve("checkpoint"));

        ProblemException e = assertThrows(
                ProblemException.class,
                () -> loop(checkpoint, step -> step == 5 ? broken() : batch(step), () -> false)
                        .run());

        assertEquals(new Problem.LossNotANumber(5, 4), e.problem());
        assertEquals(4, checkpoint.read().steps());
    }

    private static TrainingLoop loop(
            CheckpointFile checkpoint, Batches batches, java.util.function.BooleanSupplier stopped) {
        return new TrainingLoop(
                PLAN, TrainingLoop.fromRandom(PLAN, SHAPE), batches, checkpoint, Watcher.reporting(_ -> {}, stopped));
    }

    private static TrainingBatch batch(int step) {
        return TrainingBatch.ofPairs(
                List.of(image(step, 0), image(step, 1)), List.of(List.of(18, step, 19), List.of(18, 7, step + 1, 19)));
    }

    private static TrainingBatch broken() {
        float[] values = new float[3 * 16 * 16];
        values[0] = Float.NaN;
        return TrainingBatch.ofPairs(
                List.of(PixelTensor.adopt(16, 16, values), image(5, 1)), List.of(List.of(18, 19), List.of(18, 7, 19)));
    }

    private static PixelTensor image(int step, int number) {
        SplittableRandom random = new SplittableRandom(2L * step + number);
        float[] values = new float[3 * 16 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return PixelTensor.adopt(16, 16, values);
    }

    private static void assertEqual(List<FloatTensor> expected, List<FloatTensor> actual) {
        assertEquals(
                expected.stream().map(FloatTensor::name).toList(),
                actual.stream().map(FloatTensor::name).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(
                    expected.get(i).toArray(),
                    actual.get(i).toArray(),
                    expected.get(i).name());
        }
    }
}
