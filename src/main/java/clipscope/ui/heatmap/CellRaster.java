package clipscope.ui.heatmap;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Cells too small for their numbers, drawn as pixels: a hundred thousand of them in a few milliseconds,
/// where a rectangle each would take many times that.
///
/// **Memory:** 4 bytes for each pixel of the area in which cells are seen.
///
/// **Thread:** Confined to the JavaFX thread.
final class CellRaster {

    private static final int OPAQUE = 0xff000000;

    private int width;
    private int height;
    private int[] pixels = new int[0];
    private PixelBuffer<IntBuffer> buffer =
            new PixelBuffer<>(1, 1, IntBuffer.allocate(1), PixelFormat.getIntArgbPreInstance());
    private Image image = new WritableImage(1, 1);

    /// {@return the cells that are seen, without the headers}
    Image paint(HeatMapData data, HeatMapViewport view, Color empty, double gap) {
        resize((int) Math.ceil(view.cellsWidth()), (int) Math.ceil(view.cellsHeight()));
        Arrays.fill(pixels, 0);
        int none = argb(empty);
        double offX = view.metrics().rowHeader();
        double offY = view.metrics().columnHeader();
        for (int r = view.firstRow(); r < view.endRow(); r++) {
            int top = Math.max(0, (int) Math.rint(view.y(r) - offY));
            int bottom = Math.min(height, (int) Math.rint(view.y(r + 1) - offY - gap));
            if (top >= bottom) {
                continue;
            }
            for (int c = view.firstColumn(); c < view.endColumn(); c++) {
                int left = Math.max(0, (int) Math.rint(view.x(c) - offX));
                int right = Math.min(width, (int) Math.rint(view.x(c + 1) - offX - gap));
                double fraction = data.fraction(r, c);
                int color =
                        Double.isNaN(fraction) ? none : OPAQUE | data.colors().at(fraction);
                for (int x = left; x < right; x++) {
                    pixels[top * width + x] = color;
                }
            }
            for (int y = top + 1; y < bottom; y++) {
                System.arraycopy(pixels, top * width, pixels, y * width, width);
            }
        }
        buffer.updateBuffer(_ -> null);
        return image;
    }

    private void resize(int wantedWidth, int wantedHeight) {
        if (width != wantedWidth || height != wantedHeight) {
            width = Math.max(1, wantedWidth);
            height = Math.max(1, wantedHeight);
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
    }

    private static int argb(Color color) {
        return OPAQUE
                | (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8
                | (int) Math.round(255 * color.getBlue());
    }
}
