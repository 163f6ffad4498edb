package clipscope.train.data;

import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Pictures of plain shapes in plain colours, each a little different, for trainings in tests.
public final class DrawnShapes {

    public static final List<String> SHAPES = List.of("circle", "square", "cross", "triangle");
    public static final Map<String, int[]> COLOURS = Map.of(
            "red", new int[] {210, 40, 40},
            "green", new int[] {40, 160, 60},
            "blue", new int[] {40, 70, 210},
            "yellow", new int[] {230, 200, 40});

    private static final int SIDE = 48;

    private DrawnShapes() {}

    /// {@return a picture of a shape; the same seed gives the same one}
    public static PixelImage draw(String shape, String colour, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double radius = random.nextDouble(9, 16);
        double x0 = random.nextDouble(radius + 1, SIDE - radius - 1);
        double y0 = random.nextDouble(radius + 1, SIDE - radius - 1);
        int ground = random.nextInt(200, 256);
        int[] ink = COLOURS.getOrDefault(colour, new int[3]);
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean inside = inside(shape, (x - x0) / radius, (y - y0) / radius);
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (y * SIDE + x) + c] = (byte) (inside ? ink[c] : ground);
                }
            }
        }
        return PixelImage.adopt(SIDE, SIDE, rgb);
    }

    private static boolean inside(String shape, double x, double y) {
        return switch (shape) {
            case "circle" -> x * x + y * y < 1;
            case "square" -> Math.abs(x) < 0.85 && Math.abs(y) < 0.85;
            case "cross" -> Math.abs(x) < 1 && Math.abs(y) < 1 && (Math.abs(x) < 0.3 || Math.abs(y) < 0.3);
            default -> y > -1 && y < 0.8 && Math.abs(x) < (y + 1) / 1.8;
        };
    }

    /// Writes a picture and what is in it beside it.
    public static void write(Path folder, String shape, String colour, int number) throws IOException {
        Files.createDirectories(folder);
        String name = "%s-%s-%02d".formatted(colour, shape, number);
        PngWriter.write(draw(shape, colour, name.hashCode()), folder.resolve(name + ".png"));
        Files.writeString(folder.resolve(name + ".txt"), "a %s %s%n".formatted(colour, shape));
    }

    /// Writes so many pictures of each shape in each colour, with their captions.
    public static void writeAll(Path folder, int each) throws IOException {
        for (String shape : SHAPES) {
            for (String colour : COLOURS.keySet().stream().sorted().toList()) {
                for (int i = 0; i < each; i++) {
                    write(folder, shape, colour, i);
                }
            }
        }
    }
}
