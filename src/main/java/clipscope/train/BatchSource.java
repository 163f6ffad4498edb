package clipscope.train;

import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.FloatMatrix;
import clipscope.train.bpe.CaptionTokens;
import clipscope.train.caption.Caption;
import clipscope.train.caption.CaptionWriter;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Rasteriser;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.SceneSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes the batches of a training. A step's batch depends on the plan and on the step alone.
///
/// **Thread:** Thread-safe.
final class BatchSource {

    private final TrainingPlan plan;
    private final Schedule schedule;
    private final CaptionTokens tokens;
    private final Rasteriser rasteriser = new Rasteriser(NanoModel.IMAGE_SIZE);

    BatchSource(TrainingPlan plan, Schedule schedule, CaptionTokens tokens) {
        this.plan = plan;
        this.schedule = schedule;
        this.tokens = tokens;
    }

    /// {@return the batch of a step}
    TrainingBatch batch(int step) {
        SplittableRandom random = new SplittableRandom(plan.seed() * 1_000_003 + step); // steps of two seeds differ
        SceneSource scenes = new SceneSource(Combination.trained(), schedule.difficulty(step));
        CaptionWriter writer = new CaptionWriter(random);
        List<Scene> pictures = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        for (int i = 0; i < plan.imagesPerStep(); i++) {
            Scene scene = scenes.next(random);
            pictures.add(scene);
            for (int c = 0; c < plan.captionsPerImage(); c++) {
                captions.add(c % 2 == 0 ? writer.named(scene) : writer.any(scene));
            }
        }
        List<PixelTensor> images = pictures.stream()
                .map(scene -> NanoModel.pixels(rasteriser.draw(scene)))
                .toList();
        List<List<Integer>> texts =
                captions.stream().map(each -> tokens.of(each.text())).toList();
        return new TrainingBatch(images, List.of(), texts, truth(pictures, captions));
    }

    /// **Shape:** `(pictures, captions)`, as [TrainingBatch] wants it.
    private static FloatMatrix truth(List<Scene> pictures, List<Caption> captions) {
        float[] truth = new float[pictures.size() * captions.size()];
        int i = 0;
        for (Scene scene : pictures) {
            for (Caption caption : captions) {
                truth[i++] = switch (caption.claim().of(scene)) {
                    case FALSE -> 0;
                    case UNSURE -> 0.5f;
                    case TRUE -> 1;
                };
            }
        }
        return FloatMatrix.copyOf(pictures.size(), captions.size(), truth);
    }
}
