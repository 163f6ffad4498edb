package clipscope.train.own;

import clipscope.clip.engine.Lesson;
import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.ClipShape;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures how long a training will take here, by a few steps with pictures of nothing.
///
/// **Thread:** Confined to the thread that made it.
public final class SpeedProbe {

    private static final int STEPS = 3; // measured, after one that is not
    private static final int TOKENS = 16; // of a usual caption
    private static final int FEW_PIECES = 512; // looking tokens up takes no time; holding them would

    private SpeedProbe() {}

    /// {@return how long the steps of a method take, without examinations and saving}
    ///
    /// @throws ProblemException if the model to start from cannot be trained, or the engine does not start
    public static Duration estimate(Start start, Method method, Cancellation cancelled) throws ProblemException {
        ClipShape shape = Foundation.probed(start, FEW_PIECES);
        Lesson lesson = new Lesson(shape, method.part(), method.loss(), method.optimiser(), method.products());
        TrainingBatch batch = batch(shape, method.batch());
        try (TrainingNetwork network = TrainingNetwork.begin(lesson, TrainingNetwork.randomWeights(shape, 1), 1)) {
            network.step(batch, method.rate());
            long began = System.nanoTime();
            int steps = 0;
            while (steps < STEPS && !cancelled.requested()) {
                network.step(batch, method.rate());
                steps++;
            }
            long each = (System.nanoTime() - began) / Math.max(1, steps);
            return Duration.ofNanos(each).multipliedBy(method.steps());
        }
    }

    private static TrainingBatch batch(ClipShape shape, int size) {
        int side = shape.image().imageSize();
        List<PixelTensor> images = new ArrayList<>();
        List<List<Integer>> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] pixels = new float[3 * side * side];
            for (int k = 0; k < pixels.length; k++) {
                pixels[k] = (float) Math.sin(0.37 * k * (i + 1));
            }
            images.add(PixelTensor.adopt(side, side, pixels));
            texts.add(Collections.nCopies(Math.min(TOKENS, shape.text().contextLength()), i % FEW_PIECES));
        }
        return TrainingBatch.ofPairs(images, texts);
    }
}
