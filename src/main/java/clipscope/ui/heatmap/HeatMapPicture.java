package clipscope.ui.heatmap;

import clipscope.image.PixelImage;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.ui.heatmap.place.HeatMapMetrics;
import clipscope.ui.heatmap.place.HeatMapViewport;
import clipscope.ui.heatmap.place.HeatMapViewport.Size;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The whole of a heat map as one picture, with headers and legend: ink on paper, whatever the window's
/// theme.
///
/// Drawn tile by tile, one each [#step()], because a graphics card takes no picture of any size, and because
/// the window must go on answering meanwhile.
///
/// **Memory:** 3 bytes a pixel of the picture, 4 of a tile.
///
/// **Thread:** Confined to the JavaFX thread.
public final class HeatMapPicture {

    private static final Texts TEXTS = Texts.beside(HeatMapPicture.class);

    /// The most pixels of a picture.
    public static final long LIMIT = 64_000_000; // 192 MB while it is drawn, as much again while it is written

    private static final int TILE = 1_024;
    private static final int MARGIN = 16;
    private static final int LEGEND_HEIGHT = 40;

    private final HeatMapData data;
    private final HeatMapViewport whole;
    private final HeatMapLegend.Words legend;
    private final double scale;
    private final int width;
    private final int height;
    private final byte[] rgb;
    private int nextTile;

    /// @param metrics those of the window
    /// @param scale how many pixels for one of the window: 1 for the size that is seen
    /// @throws ProblemException if the picture would have more than [#LIMIT] pixels
    public HeatMapPicture(HeatMapData data, HeatMapMetrics metrics, HeatMapLegend.Words legend, double scale)
            throws ProblemException {
        this.data = data;
        this.whole = HeatMapViewport.whole(metrics, data.cells());
        this.legend = legend;
        Size size = whole.size();
        this.scale = scale;
        this.width = (int) Math.ceil(scale * (Math.max(size.width(), metrics.rowHeader() + 420) + 2 * MARGIN));
        this.height = (int) Math.ceil(scale * (size.height() + LEGEND_HEIGHT + 2 * MARGIN));
        if ((long) width * height > LIMIT) {
            throw new ProblemException(new Problem.BadInput(
                    TEXTS.get("picture", width, height), TEXTS.get("picture.limit", LIMIT / 1_000_000)));
        }
        this.rgb = new byte[3 * width * height];
    }

    /// Draws the next tile.
    ///
    /// @return whether there are more
    public boolean step() {
        int across = (width + TILE - 1) / TILE;
        int x = nextTile % across * TILE;
        int y = nextTile / across * TILE;
        nextTile++;
        draw(new Rectangle2D(x, y, Math.min(TILE, width - x), Math.min(TILE, height - y)));
        return nextTile < across * ((height + TILE - 1) / TILE);
    }

    /// {@return the picture, once every tile is drawn}
    public PixelImage picture() {
        return PixelImage.adopt(width, height, rgb);
    }

    private void draw(Rectangle2D tile) {
        Canvas canvas = new Canvas(tile.getWidth(), tile.getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(HeatMapPalette.PAPER.background());
        g.fillRect(0, 0, tile.getWidth(), tile.getHeight());
        g.scale(scale, scale);
        g.translate(MARGIN - tile.getMinX() / scale, MARGIN - tile.getMinY() / scale);
        Rectangle2D area = new Rectangle2D(
                Math.max(0, tile.getMinX() / scale - MARGIN),
                Math.max(0, tile.getMinY() / scale - MARGIN),
                tile.getWidth() / scale,
                tile.getHeight() / scale);
        new HeatMapPainter(g, data, whole, HeatMapPalette.PAPER, area, Optional.empty()).paint();
        drawLegend(g);
        SnapshotParameters opaque = new SnapshotParameters();
        opaque.setFill(Color.WHITE);
        keep(canvas.snapshot(opaque, null), tile);
    }

    private void drawLegend(GraphicsContext g) {
        double y = whole.size().height() + LEGEND_HEIGHT / 2.0;
        double x = whole.metrics().rowHeader();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT); // the numbers in the cells are centred
        g.setFont(Font.font(12));
        TextWidth widths = new TextWidth(Font.font(12));
        g.setFill(HeatMapPalette.PAPER.text());
        g.fillText(legend.lowest(), x, y);
        double left = x + widths.of(legend.lowest()) + 8;
        double right = left + 160;
        g.fillText(legend.highest() + "  " + legend.unit(), right + 8, y);
        g.setFill(HeatMapLegend.gradient(legend.colors(), left, right, false));
        g.fillRect(left, y - 5, right - left, 10);
    }

    private void keep(WritableImage drawn, Rectangle2D tile) {
        int tileWidth = (int) tile.getWidth();
        int[] line = new int[tileWidth];
        for (int y = 0; y < tile.getHeight(); y++) {
            drawn.getPixelReader().getPixels(0, y, tileWidth, 1, PixelFormat.getIntArgbInstance(), line, 0, tileWidth);
            int to = 3 * ((y + (int) tile.getMinY()) * width + (int) tile.getMinX());
            for (int argb : line) {
                rgb[to++] = (byte) (argb >> 16);
                rgb[to++] = (byte) (argb >> 8);
                rgb[to++] = (byte) argb;
            }
        }
    }
}
