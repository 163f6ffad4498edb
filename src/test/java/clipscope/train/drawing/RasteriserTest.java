package clipscope.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.image.PixelImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasteriserTest {

    private static final int RED = 0xff0000;
    private static final int WHITE = 0xffffff;

    /// A figure of radius 32 around the middle of 80 × 80 pixels; each row names a pixel surely inside and
    /// one surely outside, in parts of the radius from the middle (x to the right, y down).
    @ParameterizedTest
    @CsvSource({
        "CIRCLE, 0.65, 0.65, 0.75, 0.75", // on the diagonal the edge is at 0.707
        "SQUARE, 0.80, 0.80, 0.90, 0.00", // half a side is 0.85
        "TRIANGLE, 0.00, -0.90, 0.60, -0.60", // the tip is above
        "STAR, 0.00, -0.90, 0.40, -0.60", // between two tips there is nothing
        "HEART, 0.00, 0.50, 0.00, -0.70", // the notch is above
        "CROSS, 0.90, 0.20, 0.60, 0.60", // the corners are free
        "DIAMOND, 0.00, 0.90, 0.50, 0.50", // 0.5 / 0.7 + 0.5 > 1
        "RING, 0.80, 0.00, 0.00, 0.00", // the middle is free
        "MOON, -0.80, 0.00, 0.40, 0.00", // bitten from the right
        "ARROW, 0.90, 0.00, -0.60, 0.50", // points to the right
        "FLOWER, 0.00, -0.90, 0.00, 0.60" // a petal above, a gap below: 0.74 - 0.26 = 0.48
    })
    void aShapeIsInkedInsideAndOnlyThere(
            Shape shape, double insideX, double insideY, double outsideX, double outsideY) {
        PixelImage picture = new Rasteriser(80).draw(scene(figure(shape, Figure.Form.PLAIN)));

        assertEquals(RED, rgb(picture, insideX, insideY));
        assertEquals(WHITE, rgb(picture, outsideX, outsideY));
    }

    @Test
    void aTurnedFigureIsTurnedClockwise() {
        Figure.Form quarter = new Figure.Form(90, 1, new Figure.Line.Filled());
        PixelImage picture = new Rasteriser(80).draw(scene(figure(Shape.ARROW, quarter)));

        assertEquals(RED, rgb(picture, 0, 0.9)); // pointed right, now down
        assertEquals(WHITE, rgb(picture, 0.9, 0));
    }

    @Test
    void stretchIsWidthOverHeight() {
        Figure.Form wide = new Figure.Form(0, 1.44, new Figure.Line.Filled()); // 1.2 times as wide, 1 / 1.2 as high
        PixelImage picture = new Rasteriser(80).draw(scene(figure(Shape.CIRCLE, wide)));

        assertEquals(RED, rgb(picture, 1.15, 0));
        assertEquals(WHITE, rgb(picture, 0, 0.9));
    }

    @Test
    void anOutlineLeavesTheInsideFree() {
        Figure.Form line = new Figure.Form(0, 1, new Figure.Line.Outlined(0.2));
        PixelImage picture = new Rasteriser(80).draw(scene(figure(Shape.SQUARE, line)));

        assertEquals(RED, rgb(picture, 0.75, 0)); // from 0.65 to 0.85
        assertEquals(WHITE, rgb(picture, 0.55, 0));
    }

    @Test
    void anEdgeLiesAroundTheFilling() {
        Figure.Form edged = new Figure.Form(0, 1, new Figure.Line.Edged(0.2, Rgb.of(0x0000ff)));
        PixelImage picture = new Rasteriser(80).draw(scene(figure(Shape.SQUARE, edged)));

        assertEquals(0x0000ff, rgb(picture, 0.75, 0));
        assertEquals(RED, rgb(picture, 0.55, 0));
    }

    @Test
    void aPixelHalfCoveredIsHalfInked() {
        // a square of half a side 0.85 * 20 / 0.85 = 20 pixels, shifted by half a pixel: columns 20 and 60 are cut in
        // two
        Figure square =
                new Figure(Shape.SQUARE, Colour.RED, Rgb.of(RED), 40.5 / 80, 0.5, 20 / 0.85 / 80, Figure.Form.PLAIN);
        PixelImage picture = new Rasteriser(80).draw(scene(square));

        assertEquals(128, picture.at(20, 40, 1), 1); // green is 255 on white, 0 on red
        assertEquals(255, picture.at(19, 40, 1));
        assertEquals(0, picture.at(21, 40, 1));
    }

    @Test
    void blurMixesAQuarterOfEachNeighbour() {
        // columns 20 to 59 black on white, over the whole height
        Figure bar = new Figure(Shape.SQUARE, Colour.BLACK, Rgb.of(0), 0.5, 0.5, 20 / 0.85 / 80, Figure.Form.PLAIN);
        Scene blurred = new Scene(white(), List.of(bar), new Scene.Grain(0, 1, 0));
        PixelImage picture = new Rasteriser(80).draw(blurred);

        assertEquals(64, picture.at(20, 40, 0), 1); // 255 / 4: one of its two neighbours is white
        assertEquals(191, picture.at(19, 40, 0), 1); // 255 * 3 / 4
        assertEquals(64, picture.at(40, 20, 0), 1);
    }

    @Test
    void noiseHasTheDeviationAsked() {
        Background grey = Background.plain(Colour.GREY, Rgb.of(0x808080));
        PixelImage picture = new Rasteriser(80).draw(new Scene(grey, List.of(), new Scene.Grain(10, 0, 5)));

        double squares = 0;
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 80; x++) {
                squares += Math.pow(picture.at(x, y, 0) - 128, 2);
            }
        }
        assertEquals(10, Math.sqrt(squares / 6400), 0.5); // the deviation of 6400 samples is known to 0.9 %
    }

    @Test
    void aGradientGoesFromOneColourToTheOther() {
        Background gradient =
                new Background(List.of(Colour.BLACK, Colour.WHITE), Rgb.of(0), Rgb.of(0xffffff), Math.PI / 2);
        PixelImage picture = new Rasteriser(80).draw(new Scene(gradient, List.of(), Scene.Grain.NONE));

        assertEquals(1, picture.at(40, 0, 0), 1); // half a pixel below the top: 255 / 160
        assertEquals(254, picture.at(40, 79, 0), 1);
        assertEquals(picture.at(0, 30, 0), picture.at(79, 30, 0));
    }

    private static Figure figure(Shape shape, Figure.Form form) {
        return new Figure(shape, Colour.RED, Rgb.of(RED), 0.5, 0.5, 0.4, form);
    }

    private static Scene scene(Figure figure) {
        return new Scene(white(), List.of(figure), Scene.Grain.NONE);
    }

    private static Background white() {
        return Background.plain(Colour.WHITE, Rgb.of(WHITE));
    }

    /// {@return the pixel at a place, in parts of the radius of 32 pixels from the middle}
    private static int rgb(PixelImage picture, double x, double y) {
        int column = (int) (40 + 32 * x);
        int row = (int) (40 + 32 * y);
        return picture.at(column, row, 0) << 16 | picture.at(column, row, 1) << 8 | picture.at(column, row, 2);
    }
}
