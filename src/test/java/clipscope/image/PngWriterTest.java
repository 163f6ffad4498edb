package clipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWriterTest {

    @TempDir
    private Path folder;

    @Test
    void everyPixelIsWrittenAsItIs() throws IOException {
        Path file = folder.resolve("picture.png");
        byte[] rgb = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, 1, 2, 3, (byte) 128, 127, 126, 0, 0, 0};

        PngWriter.write(PixelImage.adopt(3, 2, rgb), file);

        var read = ImageIO.read(file.toFile());
        assertEquals(3, read.getWidth());
        assertEquals(2, read.getHeight());
        assertEquals(0xffff0000, read.getRGB(0, 0));
        assertEquals(0xff00ff00, read.getRGB(1, 0));
        assertEquals(0xff0000ff, read.getRGB(2, 0));
        assertEquals(0xff010203, read.getRGB(0, 1));
        assertEquals(0xff807f7e, read.getRGB(1, 1));
    }

    @Test
    void whatTheFileHeldBeforeIsGone() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, new byte[100_000]);

        PngWriter.write(PixelImage.adopt(1, 1, new byte[] {1, 2, 3}), file);

        assertEquals(0xff010203, ImageIO.read(file.toFile()).getRGB(0, 0));
        assertEquals((byte) 0x89, Files.readAllBytes(file)[0]); // the first byte of every PNG
    }
}
