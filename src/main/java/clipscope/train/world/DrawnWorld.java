package clipscope.train.world;

import clipscope.image.PixelImage;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Rasteriser;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.SceneSource;
import clipscope.train.world.art.Lettering;
import clipscope.train.world.art.Sprites;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.Depiction;
import clipscope.train.world.picture.PictureMaker;
import clipscope.train.world.picture.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// All pictures that the bundled model learns from.
///
/// **Thread:** Thread-safe: all chance comes from the caller's generator.
final class DrawnWorld {

    /// The side of the pictures, in pixels.
    static final int SIDE = 64;

    private final List<Concept> concepts;
    private final PictureMaker pictures;
    private final SceneSource easyScenes = new SceneSource(Combination.trained(), 0.3);
    private final SceneSource scenes = new SceneSource(Combination.trained(), 1);
    private final Rasteriser rasteriser = new Rasteriser(SIDE);

    DrawnWorld(List<Concept> concepts, Sprites sprites, Lettering lettering) {
        this.concepts = List.copyOf(concepts);
        this.pictures = new PictureMaker(sprites, lettering, WrittenWords.trained(concepts));
    }

    List<Concept> concepts() {
        return concepts;
    }

    Concept anyConcept(RandomGenerator random) {
        return concepts.get(random.nextInt(concepts.size()));
    }

    /// {@return a picture of any kind; three in five show one pictograph}
    ///
    /// @param difficulty of shapes, from 0 to 1
    PictureMaker.Made any(RandomGenerator random, double difficulty) {
        double dice = random.nextDouble();
        if (dice < 0.6) {
            return pictures.one(anyConcept(random), random);
        }
        if (dice < 0.66) {
            return pictures.several(severalConcepts(random), random);
        }
        if (dice < 0.69) {
            return pictures.counted(anyConcept(random), 2 + random.nextInt(4), random);
        }
        if (dice < 0.83) {
            return shapes(random, difficulty);
        }
        return dice < 0.92 ? pictures.word(random) : pictures.labelled(anyConcept(random), random);
    }

    PictureMaker pictures() {
        return pictures;
    }

    private List<Concept> severalConcepts(RandomGenerator random) {
        List<Concept> several = new ArrayList<>();
        int count = 2 + random.nextInt(4) / 3;
        for (int i = 0; i < count; i++) {
            several.add(anyConcept(random));
        }
        return several;
    }

    private PictureMaker.Made shapes(RandomGenerator random, double difficulty) {
        SceneSource source = random.nextDouble() < difficulty ? scenes : easyScenes;
        Scene scene = random.nextInt(10) < 3
                ? source.several(Places.apart(2 + random.nextInt(4), random), random)
                : source.next(random);
        if (random.nextInt(8) == 0) {
            scene = source.patterned(scene, random);
        }
        PixelImage picture = rasteriser.draw(scene);
        return new PictureMaker.Made(Depiction.of(scene), picture);
    }
}
