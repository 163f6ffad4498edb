package clipscope.ui.heatmap;

import clipscope.ui.heatmap.place.HeatMapAxis;
import clipscope.ui.heatmap.place.HeatMapAxis.Part;
import clipscope.ui.heatmap.place.HeatMapViewport;
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
        resize((int) Math.ceil(view.across().room()), (int)
                Math.ceil(view.down().room()));
        Arrays.fill(pixels, 0);
        int none = argb(empty);
        for (Part rows : view.down().parts()) {
            for (int r = rows.from(); r < rows.to(); r++) {
                int top = from(rows, r, view.down());
                int bottom = Math.min(height, to(rows, r, view.down(), gap));
                if (top < bottom) {
                    line(data, view.across(), r, top, none, gap);
                }
                for (int y = top + 1; y < bottom; y++) {
                    System.arraycopy(pixels, top * width, pixels, y * width, width);
                }
            }
        }
        buffer.updateBuffer(_ -> null);
        return image;
    }

    private void line(HeatMapData data, HeatMapAxis across, int row, int y, int none, double gap) {
        for (Part columns : across.parts()) {
            for (int c = columns.from(); c < columns.to(); c++) {
                double fraction = data.fraction(row, c);
                int color =
                        Double.isNaN(fraction) ? none : OPAQUE | data.colors().at(fraction);
                int right = Math.min(width, to(columns, c, across, gap));
                for (int x = from(columns, c, across); x < right; x++) {
                    pixels[y * width + x] = color;
                }
            }
        }
    }

    private static int from(Part part, int index, HeatMapAxis axis) {
        return (int) Math.rint(Math.max(part.start(), part.edge(index)) - axis.head());
    }

    private static int to(Part part, int index, HeatMapAxis axis, double gap) {
        return (int) Math.rint(Math.min(part.end(), part.edge(index + 1) - gap) - axis.head());
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
