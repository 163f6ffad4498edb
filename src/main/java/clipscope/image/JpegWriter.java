package clipscope.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes pictures as JPEG files of the usual quality.
///
/// **Thread:** Thread-safe.
public final class JpegWriter {

    private JpegWriter() {}

    /// Writes a picture, in place of what the file held.
    public static void write(PixelImage image, Path file) throws IOException {
        Files.write(file, bytes(image));
    }

    /// {@return the bytes of a JPEG file}
    public static byte[] bytes(PixelImage image) throws IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                picture.setRGB(x, y, image.at(x, y, 0) << 16 | image.at(x, y, 1) << 8 | image.at(x, y, 2));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", out)) {
            throw new IOException("this Java cannot write JPEG files");
        }
        return out.toByteArray();
    }
}
