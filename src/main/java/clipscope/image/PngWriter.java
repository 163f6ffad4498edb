package clipscope.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes pictures as PNG files.
///
/// **Thread:** Thread-safe.
public final class PngWriter {

    private PngWriter() {}

    /// Writes a picture, in place of what the file held.
    ///
    /// **Memory:** a copy of the picture's bytes while it writes.
    public static void write(PixelImage image, Path file) throws IOException {
        Files.write(file, bytes(image));
    }

    /// {@return the bytes of a PNG file}
    public static byte[] bytes(PixelImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(buffered(image), "png", out)) {
            throw new IOException("this Java cannot write PNG files");
        }
        return out.toByteArray();
    }

    private static BufferedImage buffered(PixelImage image) {
        byte[] rgb = image.toBytes();
        int width = image.width();
        int height = image.height();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length), width, height, 3 * width, 3, new int[] {0, 1, 2}, null);
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, raster, false, null);
    }
}
