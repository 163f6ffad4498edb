package clipscope.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The files of `src/test/golden/pixels`, written by `src/test/python/pixels_reference.py`.
public final class PixelGoldens {

    private static final Path FOLDER = Path.of("src/test/golden/pixels");

    private PixelGoldens() {}

    /// One line of the manifest: a picture file and what Pillow says of it.
    public record Line(String name, boolean exact, String format, int width, int height, int orientation) {

        static Line of(String line) {
            String[] cells = line.split(",", -1);
            return new Line(
                    cells[0],
                    cells[1].equals("exact"),
                    cells[2],
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]));
        }

        public Path file() {
            return PixelGoldens.file(name);
        }

        public PixelImage upright() {
            return picture("decoded/" + name + ".png");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// {@return where a picture file of the goldens lies}
    public static Path file(String name) {
        return FOLDER.resolve("files").resolve(name);
    }

    public static List<Line> manifest() {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("manifest.csv"))) {
            return lines.map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the names of the files in a folder of goldens, without their endings}
    public static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(f -> f.getFileName().toString())
                    .map(n -> n.substring(0, n.lastIndexOf('.')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the pixels of an 8-bit RGB PNG, by the JDK alone}
    public static PixelImage picture(String path) {
        try {
            BufferedImage image = ImageIO.read(FOLDER.resolve(path).toFile());
            int[] samples = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
            byte[] rgb = new byte[samples.length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) samples[i];
            }
            return PixelImage.adopt(image.getWidth(), image.getHeight(), rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the floats of a little-endian file}
    public static float[] floats(String path) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve(path)));
            float[] values = new float[bytes.capacity() / Float.BYTES];
            bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
