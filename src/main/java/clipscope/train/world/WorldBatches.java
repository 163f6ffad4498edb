package clipscope.train.world;

import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.FloatMatrix;
import clipscope.train.bpe.CaptionTokens;
import clipscope.train.run.Batches;
import clipscope.train.world.picture.PictureMaker;
import clipscope.train.world.say.Narrator;
import clipscope.train.world.say.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Batches of the drawn world: each picture with one true caption, captions that are nearly true, and
/// names of other things, against which all pictures are held.
///
/// **Thread:** Thread-safe.
///
/// @param pictures in a batch
/// @param names of other things in a batch
/// @param keptPatches how many patches of a picture are looked at until `wholeFrom`
/// @param easyUntil the step until which shapes get harder; 0 if they are hard at once
/// @param wholeFrom the step from which pictures are seen whole
record WorldBatches(
        DrawnWorld world,
        CaptionTokens tokens,
        long seed,
        int pictures,
        int names,
        int keptPatches,
        int easyUntil,
        int wholeFrom)
        implements Batches {

    private static final int PATCHES = 64; // of 8 × 8 pixels

    @Override
    public TrainingBatch batch(int step) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + step); // steps of two seeds differ
        Narrator narrator = new Narrator(random);
        List<PictureMaker.Made> made = new ArrayList<>();
        List<Said> captions = new ArrayList<>();
        List<Said> wrong = new ArrayList<>();
        double difficulty = easyUntil == 0 ? 1 : Math.min(1, (double) step / easyUntil);
        for (int i = 0; i < pictures; i++) {
            PictureMaker.Made picture = world.any(random, difficulty);
            Said said = narrator.about(picture.depiction());
            made.add(picture);
            captions.add(said);
            narrator.wrong(said).ifPresent(wrong::add);
        }
        captions.addAll(wrong);
        for (int i = 0; i < names; i++) {
            captions.add(narrator.name(world.anyConcept(random)));
        }
        List<PixelTensor> images =
                made.stream().map(each -> NanoShape.pixels(each.picture())).toList();
        captions.sort(Comparator.comparing(each -> tokens.of(each.text()).size())); // see `learn_text`
        List<List<Integer>> texts =
                captions.stream().map(each -> cut(tokens.of(each.text()))).toList();
        return new TrainingBatch(images, kept(step, random), texts, truth(made, captions));
    }

    /// {@return what fits into the context, with its end}
    private List<Integer> cut(List<Integer> tokens) {
        if (tokens.size() <= NanoShape.CONTEXT) {
            return tokens;
        }
        List<Integer> cut = new ArrayList<>(tokens.subList(0, NanoShape.CONTEXT - 1));
        cut.add(tokens.getLast());
        return cut;
    }

    private List<List<Integer>> kept(int step, RandomGenerator random) {
        if (step >= wholeFrom || keptPatches >= PATCHES) {
            return List.of();
        }
        List<List<Integer>> kept = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            int[] all = new int[PATCHES];
            for (int p = 0; p < PATCHES; p++) {
                int other = random.nextInt(p + 1);
                all[p] = all[other];
                all[other] = p;
            }
            List<Integer> some = new ArrayList<>();
            for (int p = 0; p < keptPatches; p++) {
                some.add(all[p]);
            }
            kept.add(some);
        }
        return kept;
    }

    /// **Shape:** `(pictures, captions)`, as [TrainingBatch] wants it.
    private static FloatMatrix truth(List<PictureMaker.Made> pictures, List<Said> captions) {
        float[] truth = new float[pictures.size() * captions.size()];
        int i = 0;
        for (PictureMaker.Made picture : pictures) {
            for (Said caption : captions) {
                truth[i++] = switch (caption.statement().of(picture.depiction())) {
                    case FALSE -> 0;
                    case UNSURE -> 0.5f;
                    case TRUE -> 1;
                };
            }
        }
        return FloatMatrix.copyOf(pictures.size(), captions.size(), truth);
    }
}
