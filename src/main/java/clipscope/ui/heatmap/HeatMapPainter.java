package clipscope.ui.heatmap;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws the part of a heat map that lies in a rectangle, for the window and for exported pictures alike.
///
/// **Thread:** Confined to the JavaFX thread.
final class HeatMapPainter {

    private static final double GAP = 1;
    private static final double MIN_GAPPED = 6; // smaller cells would be half gap
    private static final double HATCH_STEP = 7;
    private static final double MIN_TEXT_HEIGHT = 15; // below it an 11-point line touches its neighbours
    private static final int MEASURED = 20; // of the names with the most letters; the widest is among them
    private static final String WIDEST = "-0.000";
    private static final Font CELL_FONT = Font.font(11);
    private static final Font HEADER_FONT = Font.font(12);

    private static final TextWidth CELL_TEXT = new TextWidth(CELL_FONT);
    private static final TextWidth HEADER_TEXT = new TextWidth(HEADER_FONT);

    private final GraphicsContext g;
    private final HeatMapData data;
    private final HeatMapViewport view;
    private final HeatMapPalette palette;
    private final Rectangle2D area;
    private final Optional<CellRaster> raster;
    private final double gap;

    /// @param area what is to be drawn of the view; the rest is not touched
    /// @param raster draws small cells of the whole view; without it each cell is a rectangle of its own
    HeatMapPainter(
            GraphicsContext g,
            HeatMapData data,
            HeatMapViewport view,
            HeatMapPalette palette,
            Rectangle2D area,
            Optional<CellRaster> raster) {
        this.g = g;
        this.data = data;
        this.view = view;
        this.palette = palette;
        this.area = area;
        this.raster = raster;
        this.gap = view.metrics().cellHeight() < MIN_GAPPED ? 0 : GAP;
    }

    /// {@return the height that the columns' names need, within reason}
    static double columnHeaderHeight(HeatMapData data) {
        double longest = IntStream.range(0, data.columns())
                .mapToObj(c -> data.column(c).name())
                .map(name -> name.substring(0, Math.min(name.length(), 60)))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MEASURED)
                .mapToDouble(HEADER_TEXT::of)
                .max()
                .orElse(0);
        return Math.clamp(Math.ceil(longest) + 36, 64, 180);
    }

    void paint() {
        g.setTextBaseline(VPos.CENTER);
        HeatMapMetrics metrics = view.metrics();
        clipped(metrics.rowHeader(), metrics.columnHeader(), view.cellsWidth(), view.cellsHeight(), this::cells);
        clipped(metrics.rowHeader(), 0, view.cellsWidth(), metrics.columnHeader(), this::columnHeaders);
        clipped(0, metrics.columnHeader(), metrics.rowHeader(), view.cellsHeight(), this::rowHeaders);
    }

    /// Frames a cell, and marks its row and column.
    void cursor(int row, int column, boolean focused) {
        HeatMapMetrics metrics = view.metrics();
        clipped(metrics.rowHeader(), metrics.columnHeader(), view.cellsWidth(), view.cellsHeight(), () -> {
            double x = view.x(column);
            double y = view.y(row);
            double width = metrics.cellWidth() - gap;
            double height = metrics.cellHeight() - gap;
            g.setStroke(palette.text());
            g.setLineWidth(focused ? 3 : 2);
            g.strokeRect(x + 1, y + 1, Math.max(1, width - 2), Math.max(1, height - 2));
            g.setStroke(palette.background());
            g.setLineWidth(1);
            g.strokeRect(x + 3, y + 3, Math.max(0, width - 6), Math.max(0, height - 6));
        });
    }

    /// Frames selected cells.
    void selection(CellBlock block) {
        HeatMapMetrics metrics = view.metrics();
        clipped(metrics.rowHeader(), metrics.columnHeader(), view.cellsWidth(), view.cellsHeight(), () -> {
            double x = view.x(block.firstColumn());
            double y = view.y(block.firstRow());
            double width = view.x(block.lastColumn() + 1) - x - gap;
            double height = view.y(block.lastRow() + 1) - y - gap;
            g.setLineDashes(6, 4);
            g.setStroke(palette.background());
            g.setLineWidth(4);
            g.strokeRect(x, y, width, height);
            g.setStroke(palette.text());
            g.setLineWidth(2);
            g.strokeRect(x, y, width, height);
            g.setLineDashes();
        });
    }

    private void clipped(double x, double y, double width, double height, Runnable drawing) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        drawing.run();
        g.restore();
    }

    private void cells() {
        boolean withText = view.metrics().cellHeight() >= MIN_TEXT_HEIGHT
                && view.metrics().cellWidth() >= CELL_TEXT.of(WIDEST) + 6;
        g.setFont(CELL_FONT);
        g.setTextAlign(TextAlignment.CENTER);
        boolean asPixels = !withText && raster.isPresent();
        if (asPixels) {
            g.setImageSmoothing(false);
            g.drawImage(
                    raster.get().paint(data, view, palette.empty(), gap),
                    view.metrics().rowHeader(),
                    view.metrics().columnHeader());
            g.setImageSmoothing(true);
        }
        for (int c = firstColumn(); c < endColumn(); c++) {
            if (data.column(c).note().isEmpty()) {
                for (int r = firstRow(); !asPixels && r < endRow(); r++) {
                    cell(r, c, withText);
                }
            } else {
                hatched(c);
            }
        }
        marks();
    }

    private void marks() {
        for (int r = firstRow(); r < endRow(); r++) {
            if (data.startsGroup(r)) {
                g.setFill(palette.text());
                g.fillRect(view.x(0), view.y(r) - 1, view.x(view.columns()) - view.x(0), 2);
            }
            for (int c = firstColumn(); view.metrics().cellHeight() >= MIN_GAPPED && c < endColumn(); c++) {
                if (data.marked(r, c)) {
                    g.setStroke(palette.text());
                    g.setLineWidth(2);
                    g.strokeRect(
                            view.x(c) + 1,
                            view.y(r) + 1,
                            view.metrics().cellWidth() - gap - 2,
                            view.metrics().cellHeight() - gap - 2);
                }
            }
        }
    }

    private void cell(int row, int column, boolean withText) {
        double x = view.x(column);
        double y = view.y(row);
        double width = view.metrics().cellWidth() - gap;
        double height = view.metrics().cellHeight() - gap;
        double fraction = data.fraction(row, column);
        if (Double.isNaN(fraction)) {
            g.setFill(palette.empty());
            g.fillRect(x, y, width, height);
            return;
        }
        int rgb = data.colors().at(fraction);
        g.setFill(Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
        g.fillRect(x, y, width, height);
        if (withText) {
            g.setFill(ColorScale.wantsWhiteText(rgb) ? Color.WHITE : Color.BLACK);
            g.fillText(data.text(row, column), x + width / 2, y + height / 2);
        }
    }

    private void hatched(int column) {
        double x = view.x(column);
        double width = view.metrics().cellWidth() - gap;
        double top = view.metrics().columnHeader();
        double bottom = Math.min(view.y(view.rows()) - gap, view.size().height());
        g.save();
        g.beginPath();
        g.rect(x, top, width, bottom - top);
        g.clip();
        g.setFill(palette.empty());
        g.fillRect(x, top, width, bottom - top);
        g.setStroke(palette.line());
        g.setLineWidth(1);
        for (double y = top - width; y < bottom + width; y += HATCH_STEP) {
            g.strokeLine(x, y + width, x + width, y);
        }
        g.restore();
        note(data.column(column).note(), x + width / 2, top, bottom - top);
    }

    /// Upright along a column, on a plate that makes it legible on the hatching.
    private void note(String note, double middle, double top, double length) {
        double width = Math.min(CELL_TEXT.of(note), length - 16);
        if (width < 40 || view.metrics().cellWidth() < MIN_TEXT_HEIGHT) {
            return;
        }
        g.save();
        g.translate(middle, top + 8 + width / 2);
        g.rotate(-90);
        g.setFill(palette.empty());
        g.fillRect(-width / 2 - 4, -8, width + 8, 16);
        g.setFill(palette.muted());
        g.fillText(CELL_TEXT.fitted(note, width), 0, 0);
        g.restore();
        g.setFont(CELL_FONT);
    }

    private void columnHeaders() {
        if (view.metrics().cellWidth() < MIN_TEXT_HEIGHT) {
            return; // upright lines would overlap
        }
        double height = view.metrics().columnHeader();
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(HEADER_FONT);
        for (int c = firstColumn(); c < endColumn(); c++) {
            HeatMapData.Column column = data.column(c);
            boolean plain = column.order() == HeatMapData.Order.NONE;
            g.save();
            g.translate(view.x(c) + view.metrics().cellWidth() / 2, height - 8);
            g.rotate(-90);
            g.setFill(column.note().isEmpty() ? palette.text() : palette.muted());
            g.fillText(HEADER_TEXT.fitted(column.order().sign() + column.name(), height - 16), 0, 0);
            g.restore();
            if (!plain) {
                g.setFill(palette.text());
                g.fillRect(view.x(c), height - 3, view.metrics().cellWidth() - gap, 2);
            }
        }
    }

    private void rowHeaders() {
        boolean withText = view.metrics().cellHeight() >= MIN_TEXT_HEIGHT;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(HEADER_FONT);
        for (int r = firstRow(); r < endRow(); r++) {
            double y = view.y(r);
            if (view.metrics().cellHeight() >= MIN_GAPPED) {
                picture(r, y);
            }
            if (withText) {
                g.setFill(palette.muted());
                g.fillText(
                        HEADER_TEXT.fitted(data.rowName(r), view.metrics().nameWidth()),
                        view.metrics().nameLeft(),
                        y + view.metrics().cellHeight() / 2);
            }
        }
    }

    /// Fills the place of the picture, cutting off what is too wide or too high.
    private void picture(int row, double y) {
        double width = view.metrics().pictureWidth() - 2;
        double height = view.metrics().cellHeight() - 2;
        Image image = data.picture(row).orElse(null);
        if (image == null) {
            g.setFill(palette.empty());
            g.fillRect(0, y, width, height);
            return;
        }
        double scale = Math.min(image.getWidth() / width, image.getHeight() / height);
        double sourceWidth = width * scale;
        double sourceHeight = height * scale;
        g.drawImage(
                image,
                (image.getWidth() - sourceWidth) / 2,
                (image.getHeight() - sourceHeight) / 2,
                sourceWidth,
                sourceHeight,
                0,
                y,
                width,
                height);
    }

    private int firstRow() {
        double above = Math.floor((area.getMinY() - view.y(0)) / view.metrics().cellHeight());
        return Math.max(view.firstRow(), (int) above);
    }

    private int endRow() {
        double below = Math.ceil((area.getMaxY() - view.y(0)) / view.metrics().cellHeight());
        return Math.min(view.endRow(), (int) below);
    }

    private int firstColumn() {
        double left = Math.floor((area.getMinX() - view.x(0)) / view.metrics().cellWidth());
        return Math.max(view.firstColumn(), (int) left);
    }

    private int endColumn() {
        double right = Math.ceil((area.getMaxX() - view.x(0)) / view.metrics().cellWidth());
        return Math.min(view.endColumn(), (int) right);
    }
}
