package clipscope.ui.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of scenes, to look at and to test pixels of.
public final class Snapshots {

    private Snapshots() {}

    /// {@return what the scene looks like now, with style sheets applied and laid out}
    public static WritableImage of(Scene scene) {
        return scene.snapshot(null);
    }

    /// Writes what the scene looks like now as a PNG, `target/snapshots/NAME.png`.
    public static void save(Scene scene, String name) {
        save(of(scene), Path.of("target", "snapshots", name + ".png"));
    }

    /// Writes a picture as a PNG.
    public static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, argb, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
