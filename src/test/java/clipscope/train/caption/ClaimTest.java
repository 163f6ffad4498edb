package clipscope.train.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.train.drawing.Background;
import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Rgb;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A large red star on the left of a small blue circle, on white.
class ClaimTest {

    private static final Figure STAR = figure(Shape.STAR, Colour.RED, 0.2, 0.42, Figure.Form.PLAIN);
    private static final Figure CIRCLE = figure(Shape.CIRCLE, Colour.BLUE, 0.8, 0.12, Figure.Form.PLAIN);
    private static final Background WHITE = Background.plain(Colour.WHITE, Rgb.of(0xffffff));
    private static final Scene SCENE = new Scene(WHITE, List.of(STAR, CIRCLE), Scene.Grain.NONE);

    @Test
    void aThingIsThereIfOneFigureHasAllThatIsSaid() {
        assertEquals(Truth.TRUE, Claim.Thing.of(Colour.RED, Shape.STAR).of(SCENE));
        assertEquals(Truth.TRUE, Claim.Thing.of(Colour.BLUE, null).of(SCENE));
        assertEquals(Truth.FALSE, Claim.Thing.of(Colour.BLUE, Shape.STAR).of(SCENE));
        assertEquals(Truth.FALSE, Claim.Thing.of(Colour.WHITE, null).of(SCENE));
    }

    @Test
    void sizeAndPlaceAreHeldAgainstTheSameFigure() {
        assertEquals(Truth.TRUE, new Claim.Thing(null, Shape.STAR, Size.LARGE, Place.LEFT).of(SCENE));
        assertEquals(Truth.FALSE, new Claim.Thing(null, Shape.STAR, Size.SMALL, null).of(SCENE));
        assertEquals(Truth.FALSE, new Claim.Thing(null, Shape.STAR, null, Place.RIGHT).of(SCENE));
    }

    @Test
    void whatLiesBetweenTwoWordsIsUnsure() {
        Figure medium = figure(Shape.STAR, Colour.RED, 0.58, 0.38, Figure.Form.PLAIN);
        Scene scene = new Scene(WHITE, List.of(medium), Scene.Grain.NONE);

        assertEquals(Truth.UNSURE, new Claim.Thing(null, null, Size.LARGE, null).of(scene));
        assertEquals(Truth.UNSURE, new Claim.Thing(null, null, null, Place.RIGHT).of(scene));
        assertEquals(Truth.FALSE, new Claim.Thing(Colour.BLUE, null, Size.LARGE, null).of(scene));
    }

    @Test
    void theLineOfACircleMayBeCalledARing() {
        Figure.Form line = new Figure.Form(0, 1, new Figure.Line.Outlined(0.1));
        Figure circle = figure(Shape.CIRCLE, Colour.RED, 0.5, 0.3, line);
        Scene scene = new Scene(WHITE, List.of(circle), Scene.Grain.NONE);

        assertEquals(Truth.TRUE, Claim.Thing.of(null, Shape.CIRCLE).of(scene));
        assertEquals(Truth.UNSURE, Claim.Thing.of(null, Shape.RING).of(scene));
        assertEquals(Truth.FALSE, Claim.Thing.of(null, Shape.RING).of(SCENE));
    }

    @Test
    void aRelationHasADirection() {
        Claim.Thing star = Claim.Thing.of(null, Shape.STAR);
        Claim.Thing circle = Claim.Thing.of(null, Shape.CIRCLE);

        assertEquals(Truth.TRUE, new Claim.Two(star, Relation.LEFT_OF, circle).of(SCENE));
        assertEquals(Truth.TRUE, new Claim.Two(circle, Relation.RIGHT_OF, star).of(SCENE));
        assertEquals(Truth.FALSE, new Claim.Two(circle, Relation.LEFT_OF, star).of(SCENE));
        assertEquals(Truth.FALSE, new Claim.Two(star, Relation.ABOVE, circle).of(SCENE)); // both at one height
        assertEquals(Truth.TRUE, new Claim.Two(circle, Relation.AND, star).of(SCENE));
    }

    @Test
    void oneFigureIsNotTwo() {
        Claim.Thing star = Claim.Thing.of(null, Shape.STAR);

        assertEquals(Truth.FALSE, new Claim.Two(star, Relation.AND, star).of(SCENE));
    }

    @Test
    void aBackgroundOfTwoColoursIsNeitherSurely() {
        Background gradient = new Background(List.of(Colour.GREEN, Colour.PINK), Rgb.of(0x008000), Rgb.of(0xffc0cb), 0);
        Scene scene = new Scene(gradient, List.of(STAR), Scene.Grain.NONE);
        Claim.Thing star = Claim.Thing.of(null, Shape.STAR);

        assertEquals(Truth.UNSURE, new Claim.OnBackground(star, Colour.GREEN).of(scene));
        assertEquals(Truth.FALSE, new Claim.OnBackground(star, Colour.WHITE).of(scene));
        assertEquals(Truth.TRUE, new Claim.OnBackground(star, Colour.WHITE).of(SCENE));
    }

    private static Figure figure(Shape shape, Colour colour, double x, double radius, Figure.Form form) {
        return new Figure(shape, colour, Rgb.of(0), x, 0.5, radius, form);
    }
}
