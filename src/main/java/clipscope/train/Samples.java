package clipscope.train;

import clipscope.image.PngWriter;
import clipscope.train.drawing.Background;
import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Rasteriser;
import clipscope.train.drawing.Rgb;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A few pictures to try the model with. Some show combinations that training held out.
final class Samples {

    private static final int SIZE = 256; // pixels

    private Samples() {}

    /// Writes them into a folder, numbered.
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Rasteriser rasteriser = new Rasteriser(SIZE);
        int number = 0;
        for (Map.Entry<String, Scene> each : scenes().entrySet()) {
            number++;
            Path file = folder.resolve("%02d-%s.png".formatted(number, each.getKey()));
            PngWriter.write(rasteriser.draw(each.getValue()), file);
        }
    }

    private static Map<String, Scene> scenes() {
        Figure redSquare = figure(Shape.SQUARE, Colour.RED, 0xe02020, 0.28, 0.22);
        Figure blueCircle = figure(Shape.CIRCLE, Colour.BLUE, 0x1e60d8, 0.73, 0.22);
        Map<String, Scene> scenes = new LinkedHashMap<>();
        scenes.put("red-star", on(Colour.WHITE, 0xffffff, figure(Shape.STAR, Colour.RED, 0xdc143c, 0.5, 0.4)));
        scenes.put("green-circle", on(Colour.WHITE, 0xffffff, figure(Shape.CIRCLE, Colour.GREEN, 0x2ea043, 0.5, 0.36)));
        scenes.put("yellow-moon", on(Colour.BLUE, 0x2040a0, figure(Shape.MOON, Colour.YELLOW, 0xffd700, 0.5, 0.38)));
        scenes.put("purple-heart", on(Colour.WHITE, 0xf8f8f8, figure(Shape.HEART, Colour.PURPLE, 0x8a2be2, 0.5, 0.4)));
        scenes.put(
                "orange-square", on(Colour.GREY, 0x696969, figure(Shape.SQUARE, Colour.ORANGE, 0xff8c20, 0.5, 0.33)));
        scenes.put("white-arrow", on(Colour.BLACK, 0x101010, figure(Shape.ARROW, Colour.WHITE, 0xffffff, 0.5, 0.4)));
        scenes.put("pink-flower", on(Colour.GREEN, 0x2e8b57, figure(Shape.FLOWER, Colour.PINK, 0xff8fc0, 0.5, 0.4)));
        scenes.put("red-square-and-blue-circle", on(Colour.WHITE, 0xffffff, redSquare, blueCircle));
        return scenes;
    }

    private static Scene on(Colour name, int shade, Figure... figures) {
        return new Scene(Background.plain(name, Rgb.of(shade)), List.of(figures), Scene.Grain.NONE);
    }

    private static Figure figure(Shape shape, Colour colour, int ink, double x, double radius) {
        return new Figure(shape, colour, Rgb.of(ink), x, 0.5, radius, Figure.Form.PLAIN);
    }
}
