package clipscope.train.own;

import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.pixels.ResizeMode;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.train.data.Example;
import clipscope.train.data.PictureStore;
import clipscope.train.run.Batches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Batches of a person's pictures: all of them in a new order, again and again, each varied and with one of
/// its captions. A caption counts for every picture that has it.
///
/// **Thread:** Thread-safe.
final class OwnBatches implements Batches {

    private final List<Example> examples;
    private final int size;
    private final PictureStore store;
    private final CaptionIds captions;
    private final Augmentation augmentation;
    private final long seed;
    private final Preprocessor asAlways;
    private final Preprocessor squashing;

    OwnBatches(
            List<Example> examples,
            OwnPlan plan,
            Preprocessing preprocessing,
            PictureStore store,
            CaptionIds captions) {
        this.examples = List.copyOf(examples);
        this.size = Math.min(plan.method().batch(), examples.size());
        this.store = store;
        this.captions = captions;
        this.augmentation = plan.augmentation();
        this.seed = plan.seed();
        this.asAlways = new Preprocessor(preprocessing);
        this.squashing = new Preprocessor(new Preprocessing(
                ResizeMode.SQUASH,
                width(preprocessing),
                height(preprocessing),
                preprocessing.resample(),
                Optional.empty(),
                preprocessing.mean(),
                preprocessing.std()));
    }

    private static int width(Preprocessing settings) {
        return settings.crop().map(crop -> crop.width()).orElse(settings.width());
    }

    private static int height(Preprocessing settings) {
        return settings.crop().map(crop -> crop.height()).orElse(settings.height());
    }

    @Override
    public TrainingBatch batch(int step) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + step); // steps of two seeds differ
        List<Example> chosen = new ArrayList<>();
        List<PixelTensor> images = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Example example : examples(step)) {
            chosen.add(example);
            images.add(pixels(example, random));
            texts.add(example.captions().get(random.nextInt(example.captions().size())));
        }
        List<String> sorted = texts.stream()
                .distinct() // twice would count twice
                .sorted(Comparator.comparing(text -> captions.of(text).size())) // see `learn_text`
                .toList();
        List<List<Integer>> ids = sorted.stream().map(captions::of).toList();
        return new TrainingBatch(images, List.of(), ids, truth(chosen, sorted));
    }

    /// {@return the next of the endless row of all examples, each time round in another order}
    private List<Example> examples(int step) {
        List<Example> chosen = new ArrayList<>();
        long from = (long) (step - 1) * size;
        while (chosen.size() < size) {
            long place = from + chosen.size();
            int in = Math.floorMod(place, examples.size());
            int end = Math.min(examples.size(), in + size - chosen.size());
            chosen.addAll(order(place / examples.size()).subList(in, end));
        }
        return chosen;
    }

    private List<Example> order(long round) {
        List<Example> order = new ArrayList<>(examples);
        Collections.shuffle(order, new Random(seed * 31 + round));
        return order;
    }

    private PixelTensor pixels(Example example, RandomGenerator random) {
        try {
            PixelImage picture = store.picture(example.file());
            PixelImage varied = augmentation.apply(picture, random);
            return augmentation.crop() ? squashing.apply(varied) : asAlways.apply(varied);
        } catch (ProblemException e) {
            throw new IllegalStateException(e); // taken out again by whoever waits for the batch
        }
    }

    /// **Shape:** `(examples, texts)`, as [TrainingBatch] wants it.
    private static FloatMatrix truth(List<Example> examples, List<String> texts) {
        float[] truth = new float[examples.size() * texts.size()];
        for (int i = 0; i < examples.size(); i++) {
            for (int t = 0; t < texts.size(); t++) {
                truth[i * texts.size() + t] = examples.get(i).captions().contains(texts.get(t)) ? 1 : 0;
            }
        }
        return FloatMatrix.copyOf(examples.size(), texts.size(), truth);
    }
}
