package clipscope.train.world;

import clipscope.image.PixelImage;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Rasteriser;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.SceneSource;
import clipscope.train.world.art.Lettering;
import clipscope.train.world.art.Sprites;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.PictureMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The examinations whose results stand on the model's card.
///
/// **Thread:** Immutable.
final class Quizzes {

    static final String TEMPLATE = "a picture of a ";

    private final List<Concept> concepts;

    Quizzes(List<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
    }

    /// {@return fresh pictures by the hands of training, with all that happens to pictures there}
    Quiz trained(DrawnWorld world, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PixelImage> pictures = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int which = random.nextInt(concepts.size());
            pictures.add(world.pictures().one(concepts.get(which), random).picture());
            answers.add(which);
        }
        return new Quiz(pictures, answers, labels(concepts));
    }

    /// {@return all drawings of a hand, on white, as they are}
    ///
    /// @param which of the concepts, for the pictures and for the labels
    Quiz byHand(Sprites sprites, String set, Predicate<Concept> which) {
        List<Concept> some = concepts.stream().filter(which).toList();
        List<PixelImage> pictures = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            for (Sprites.Run run : sprites.of(some.get(i).id())) {
                if (run.set().equals(set)) {
                    pictures.add(PictureMaker.plain(sprites.pixels(run.first())));
                    answers.add(i);
                }
            }
        }
        return new Quiz(pictures, answers, labels(some));
    }

    /// {@return one shape each, among all colours and shapes}
    static Quiz shapes(List<Combination> combinations, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneSource scenes = new SceneSource(combinations, 1);
        Rasteriser rasteriser = new Rasteriser(DrawnWorld.SIDE);
        List<Combination> all = Combination.all();
        List<PixelImage> pictures = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Scene scene = scenes.single(random);
            pictures.add(rasteriser.draw(scene));
            answers.add(all.indexOf(new Combination(
                    scene.figures().getFirst().colour(),
                    scene.figures().getFirst().shape())));
        }
        return new Quiz(
                pictures,
                answers,
                all.stream().map(each -> TEMPLATE + each.words()).toList());
    }

    /// {@return one word each, dark on white, among all the words}
    static Quiz words(List<String> words, Lettering lettering, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PixelImage> pictures = words.stream()
                .map(word ->
                        PictureMaker.plain(PictureMaker.black(lettering.draw(word, random.nextInt(lettering.fonts())))))
                .toList();
        return new Quiz(
                pictures,
                IntStream.range(0, words.size()).boxed().toList(),
                words.stream().map(word -> "the word " + word).toList());
    }

    private static List<String> labels(List<Concept> concepts) {
        return concepts.stream().map(each -> TEMPLATE + each.name()).toList();
    }
}
