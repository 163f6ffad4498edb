package clipscope.app;

import clipscope.image.JpegWriter;
import clipscope.image.PixelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Small pictures by the thousand, each another: coloured tiles.
final class MadePictures {

    private static final int SIDE = 160; // pixels
    private static final int TILE = 20; // pixels

    private MadePictures() {}

    /// Makes what is not there yet of a folder of JPEGs.
    static Path make(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("%06d.jpg".formatted(i));
            if (!Files.exists(file)) {
                JpegWriter.write(picture(new Random(folder.getFileName().hashCode() * 1_000_003L + i)), file);
            }
        }
        return folder;
    }

    private static PixelImage picture(Random random) {
        int tiles = SIDE / TILE;
        byte[] colours = new byte[tiles * tiles * 3];
        random.nextBytes(colours);
        byte[] rgb = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % SIDE / TILE;
            int y = i / 3 / SIDE / TILE;
            rgb[i] = colours[(y * tiles + x) * 3 + i % 3];
        }
        return PixelImage.adopt(SIDE, SIDE, rgb);
    }
}
