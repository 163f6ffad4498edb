package clipscope.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SceneSourceTest {

    @Test
    void oneCombinationOfEachShapeIsHeldOutAndEachColourIsAmongThem() {
        Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        Set<Colour> colours = EnumSet.noneOf(Colour.class);
        Combination.heldOut().forEach(each -> {
            shapes.add(each.shape());
            colours.add(each.colour());
        });

        assertEquals(11, Combination.heldOut().size());
        assertEquals(EnumSet.allOf(Shape.class), shapes);
        assertEquals(EnumSet.allOf(Colour.class), colours);
    }

    @Test
    void whatIsHeldOutIsNeverDrawnAndAllElseIs() {
        Set<Combination> drawn = new HashSet<>();
        for (double difficulty : List.of(0.0, 0.5, 1.0)) {
            scenes(Combination.trained(), difficulty, 4000)
                    .forEach(scene -> scene.figures()
                            .forEach(figure -> drawn.add(new Combination(figure.colour(), figure.shape()))));
        }

        assertEquals(Set.copyOf(Combination.trained()), drawn);
    }

    @Test
    void everyFigureStandsOutFromItsBackground() {
        for (Scene scene : scenes(Combination.all(), 1, 2000)) {
            for (Figure figure : scene.figures()) {
                assertFalse(scene.background().colours().contains(figure.colour()));
                assertTrue(figure.ink().distance(scene.background().at(figure.x(), figure.y())) > 60);
            }
        }
    }

    @Test
    void easyScenesAreOneUprightFilledFigureInTheMiddle() {
        for (Scene scene : scenes(Combination.all(), 0, 500)) {
            Figure figure = scene.figures().getFirst();

            assertEquals(1, scene.figures().size());
            assertEquals(0, figure.form().tilt(), 0);
            assertEquals(1, figure.form().stretch());
            assertEquals(new Figure.Line.Filled(), figure.form().line());
            assertEquals(List.of(0.5, 0.5), List.of(figure.x(), figure.y()));
            assertTrue(scene.background().plain());
        }
    }

    @Test
    void theSameSeedGivesTheSameScenes() {
        assertEquals(scenes(Combination.all(), 1, 50), scenes(Combination.all(), 1, 50));
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SceneSource(List.of(), 1));
    }

    private static List<Scene> scenes(List<Combination> combinations, double difficulty, int count) {
        SplittableRandom random = new SplittableRandom(3);
        SceneSource source = new SceneSource(combinations, difficulty);
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scenes.add(source.next(random));
        }
        return scenes;
    }
}
