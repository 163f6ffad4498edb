package clipscope.ui.fx;

import clipscope.image.PixelImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/// Pictures of ours as JavaFX's, and back.
///
/// **Thread:** Thread-safe, as long as JavaFX runs.
public final class FxImages {

    private static final int OPAQUE = 0xff000000;

    private FxImages() {}

    /// {@return the picture, ready to be shown; a side of one pixel is doubled, because JavaFX's renderer in
    /// software would blend it with what lies beside it}
    ///
    /// **Memory:** 4 bytes a pixel.
    public static Image image(PixelImage pixels) {
        int width = Math.max(2, pixels.width());
        int height = Math.max(2, pixels.height());
        int[] argb = new int[Math.multiplyExact(width, height)];
        byte[] line = new byte[3 * pixels.width()];
        for (int y = 0; y < height; y++) {
            pixels.copy(Math.min(y, pixels.height() - 1) * line.length, line, 0, line.length);
            for (int x = 0; x < width; x++) {
                int c = 3 * Math.min(x, pixels.width() - 1);
                argb[y * width + x] =
                        OPAQUE | (line[c] & 0xff) << 16 | (line[c + 1] & 0xff) << 8 | (line[c + 2] & 0xff);
            }
        }
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }

    /// {@return the pixels of a picture that came from the clipboard or from another program, its alpha
    /// dropped}
    ///
    /// @throws IllegalArgumentException if the picture has no pixels: it could not be loaded
    public static PixelImage pixels(Image image) {
        PixelReader reader = image.getPixelReader();
        if (reader == null) {
            throw new IllegalArgumentException("a picture without pixels", image.getException());
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        int[] line = new int[width];
        int to = 0;
        for (int y = 0; y < height; y++) {
            reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            for (int argb : line) {
                rgb[to++] = (byte) (argb >> 16);
                rgb[to++] = (byte) (argb >> 8);
                rgb[to++] = (byte) argb;
            }
        }
        return PixelImage.adopt(width, height, rgb);
    }
}
