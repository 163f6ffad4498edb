package clipscope.train.world;

import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.train.drawing.Background;
import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Rasteriser;
import clipscope.train.drawing.Rgb;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import clipscope.train.world.art.Lettering;
import clipscope.train.world.art.Paintings;
import clipscope.train.world.art.Paintings.Manner;
import clipscope.train.world.art.Pictographs;
import clipscope.train.world.concept.Concept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pictures that ClipScope is tried with, one folder for each experiment. The texts beside them are
/// written by hand.
final class Samples {

    private static final List<String> NEVER_SEEN = List.of(
            "cat",
            "elephant",
            "penguin",
            "octopus",
            "banana",
            "pizza",
            "strawberry",
            "ice cream",
            "guitar",
            "rocket",
            "bicycle",
            "umbrella",
            "key",
            "ghost",
            "cactus",
            "sailboat");

    private static final List<String> REWORDED = List.of("butterfly", "airplane", "mushroom", "violin");

    /// A thing, and the word that is stuck on it.
    private record Labelled(String name, String word) {}

    private static final List<Labelled> FOOLED = List.of(
            new Labelled("red apple", "banana"),
            new Labelled("dog", "cat"),
            new Labelled("rose", "pizza"),
            new Labelled("soccer ball", "fish"));

    private static final String UNSEEN = "fxemoji";
    private static final String SEEN = "noto";
    private static final int SIDE = 256; // pixels
    private static final int PAPER = 10; // pixels above and below the letters
    private static final int LETTERS = 176; // pixels, the side of the square that letters are drawn in
    private static final int BOLD = 8; // among the fonts of the family
    private static final Rgb WHITE = Rgb.of(0xffffff);

    private final Rasteriser rasteriser = new Rasteriser(SIDE);
    private final Path folder;
    private final Pictographs pictographs;
    private final Map<String, Concept> concepts;

    private Samples(Path folder, Pictographs pictographs, List<Concept> concepts) {
        this.folder = folder;
        this.pictographs = pictographs;
        this.concepts =
                concepts.stream().collect(Collectors.toMap(Concept::name, Function.identity(), (one, _) -> one));
    }

    /// Writes them, over those that are there.
    static void write(Path folder, Pictographs pictographs, List<Concept> concepts, Lettering lettering)
            throws IOException {
        Samples samples = new Samples(folder, pictographs, concepts);
        samples.neverSeen();
        samples.reworded();
        samples.fooled(lettering);
        samples.where();
    }

    private void neverSeen() throws IOException {
        for (int i = 0; i < NEVER_SEEN.size(); i++) {
            String name = NEVER_SEEN.get(i);
            write("never-seen", "%02d %s".formatted(i + 1, name), onWhite(painted(name, UNSEEN, Manner.AS_DRAWN)));
        }
    }

    private void reworded() throws IOException {
        for (String name : REWORDED) {
            for (Manner manner : Manner.values()) {
                String file =
                        name + " " + manner.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                write("wording", file, onWhite(painted(name, SEEN, manner)));
            }
        }
    }

    private void fooled(Lettering lettering) throws IOException {
        for (Labelled each : FOOLED) {
            PixelImage plain = onWhite(painted(each.name(), SEEN, Manner.AS_DRAWN));
            write("fooled", each.name(), plain);
            int[] letters = lettering.draw(each.word(), BOLD, LETTERS);
            write("fooled", each.name() + " that says " + each.word(), stuckOn(plain, letters));
        }
    }

    private void where() throws IOException {
        Figure square = figure(Shape.SQUARE, Colour.RED, 0xe02020, 0.28);
        Figure circle = figure(Shape.CIRCLE, Colour.BLUE, 0x1e60d8, 0.73);
        write("where", "red square left of blue circle", scene(square, circle));
        write("where", "blue circle left of red square", scene(at(circle, 0.28), at(square, 0.73)));
        Figure star = figure(Shape.STAR, Colour.YELLOW, 0xf0c000, 0.28);
        Figure heart = figure(Shape.HEART, Colour.GREEN, 0x2ea043, 0.73);
        write("where", "yellow star left of green heart", scene(star, heart));
        write("where", "green heart left of yellow star", scene(at(heart, 0.28), at(star, 0.73)));
    }

    private int[] painted(String name, String set, Manner manner) {
        Concept concept = concepts.get(name);
        if (concept == null) {
            throw new IllegalStateException("nothing is called " + name);
        }
        return Paintings.of(pictographs, concept, set, manner, SIDE);
    }

    private PixelImage scene(Figure... figures) {
        return rasteriser.draw(new Scene(Background.plain(Colour.WHITE, WHITE), List.of(figures), Scene.Grain.NONE));
    }

    private static Figure figure(Shape shape, Colour colour, int ink, double x) {
        return new Figure(shape, colour, Rgb.of(ink), x, 0.5, 0.2, Figure.Form.PLAIN);
    }

    private static Figure at(Figure figure, double x) {
        return new Figure(figure.shape(), figure.colour(), figure.ink(), x, 0.5, 0.2, Figure.Form.PLAIN);
    }

    private static PixelImage onWhite(int[] painting) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int pixel = painting[i];
            int bare = 255 - (pixel >>> 24);
            for (int channel = 0; channel < 3; channel++) {
                int ink = pixel >> (16 - 8 * channel) & 0xff;
                rgb[3 * i + channel] = (byte) (ink + bare);
            }
        }
        return PixelImage.adopt(SIDE, SIDE, rgb);
    }

    /// {@return the picture with black letters on a piece of white paper in its lower half}
    private static PixelImage stuckOn(PixelImage picture, int[] letters) {
        byte[] rgb = picture.toBytes();
        int top = LETTERS;
        int bottom = 0;
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] >>> 24 > 0) {
                top = Math.min(top, Math.floorDiv(i, LETTERS));
                bottom = Math.max(bottom, Math.floorDiv(i, LETTERS));
            }
        }
        int left = Math.floorDiv(SIDE - LETTERS, 2);
        int down = Math.floorDiv(3 * SIDE, 4) - Math.floorDiv(LETTERS, 2);
        for (int y = Math.max(0, top - PAPER); y < Math.min(LETTERS, bottom + PAPER + 1); y++) {
            for (int x = 0; x < LETTERS; x++) {
                int at = 3 * ((down + y) * SIDE + left + x);
                Arrays.fill(rgb, at, at + 3, (byte) (255 - (letters[y * LETTERS + x] >>> 24)));
            }
        }
        return PixelImage.adopt(SIDE, SIDE, rgb);
    }

    private void write(String experiment, String name, PixelImage picture) throws IOException {
        Path place = folder.resolve(experiment);
        Files.createDirectories(place);
        PngWriter.write(picture, place.resolve(name.replace(' ', '-') + ".png"));
    }
}
