package clipscope.ui.heatmap;

import clipscope.ui.heatmap.place.CellBlock;
import clipscope.ui.heatmap.place.HeatMapAxis.Part;
import clipscope.ui.heatmap.place.HeatMapMetrics;
import clipscope.ui.heatmap.place.HeatMapViewport;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
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
    private static final double FROZEN_EDGE = 2; // even, so that it begins with a whole pixel
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
        g.setFont(CELL_FONT);
        g.setTextAlign(TextAlignment.CENTER);
        HeatMapMetrics metrics = view.metrics();
        boolean withText = metrics.cellHeight() >= MIN_TEXT_HEIGHT && metrics.cellWidth() >= CELL_TEXT.of(WIDEST) + 6;
        boolean asPixels = !withText && raster.isPresent();
        if (asPixels) {
            g.setImageSmoothing(false);
            g.drawImage(
                    raster.get().paint(data, view, palette.empty(), gap), metrics.rowHeader(), metrics.columnHeader());
            g.setImageSmoothing(true);
        }
        inEachPart((rows, columns) -> {
            if (!asPixels) {
                cells(rows, columns, withText);
            }
            hatches(rows, columns);
            marks(rows, columns);
        });
        for (Part columns : view.across().parts()) {
            clipped(columns.start(), 0, columns.end(), metrics.columnHeader(), () -> columnHeaders(columns));
        }
        for (Part rows : view.down().parts()) {
            clipped(0, rows.start(), metrics.rowHeader(), rows.end(), () -> rowHeaders(rows));
        }
        frozenEdges();
    }

    /// Frames a cell, and marks its row and column.
    void cursor(int row, int column, boolean focused) {
        inEachPart((rows, columns) -> {
            if (!rows.shows(row) || !columns.shows(column)) {
                return;
            }
            double x = columns.edge(column);
            double y = rows.edge(row);
            double width = columns.cell() - gap;
            double height = rows.cell() - gap;
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
        inEachPart((rows, columns) -> {
            double x = columns.edge(block.firstColumn());
            double y = rows.edge(block.firstRow());
            double width = block.columns() * columns.cell() - gap;
            double height = block.rows() * rows.cell() - gap;
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

    /// The cells that stay and those that are scrolled, in both directions: four parts at most. What lies in
    /// several is drawn in each, cut off where the part ends.
    private void inEachPart(BiConsumer<Part, Part> drawing) {
        for (Part rows : view.down().parts()) {
            for (Part columns : view.across().parts()) {
                clipped(columns.start(), rows.start(), columns.end(), rows.end(), () -> drawing.accept(rows, columns));
            }
        }
    }

    private void clipped(double left, double top, double right, double bottom, Runnable drawing) {
        g.save();
        g.beginPath();
        g.rect(left, top, right - left, bottom - top);
        g.clip();
        drawing.run();
        g.restore();
    }

    private void cells(Part rows, Part columns, boolean withText) {
        for (int c = firstColumn(columns); c < endColumn(columns); c++) {
            for (int r = firstRow(rows); data.column(c).note().isEmpty() && r < endRow(rows); r++) {
                cell(r, c, rows.edge(r), columns.edge(c), withText);
            }
        }
    }

    private void hatches(Part rows, Part columns) {
        for (int c = firstColumn(columns); c < endColumn(columns); c++) {
            if (!data.column(c).note().isEmpty()) {
                hatched(rows, columns.edge(c));
                if (rows.equals(view.down().parts().getLast())) { // said once
                    double bottom = Math.min(rows.edge(rows.to()) - gap, rows.end());
                    note(
                            data.column(c).note(),
                            columns.edge(c) + (columns.cell() - gap) / 2,
                            rows.start(),
                            bottom - rows.start());
                }
            }
        }
    }

    private void marks(Part rows, Part columns) {
        for (int r = firstRow(rows); r < endRow(rows); r++) {
            if (data.startsGroup(r)) {
                g.setFill(palette.text());
                g.fillRect(columns.start(), rows.edge(r) - 1, columns.edge(columns.to()) - columns.start(), 2);
            }
            for (int c = firstColumn(columns); rows.cell() >= MIN_GAPPED && c < endColumn(columns); c++) {
                if (data.marked(r, c)) {
                    g.setStroke(palette.text());
                    g.setLineWidth(2);
                    g.strokeRect(
                            columns.edge(c) + 1, rows.edge(r) + 1, columns.cell() - gap - 2, rows.cell() - gap - 2);
                }
            }
        }
    }

    /// Lines from head to end, heads included: what stays, and what is scrolled away beneath it.
    private void frozenEdges() {
        double right = Math.min(view.size().width(), view.x(view.columns()));
        double bottom = Math.min(view.size().height(), view.y(view.rows()));
        for (double x : view.across().lines()) {
            double middle = x - gap;
            edge(thick -> g.fillRect(middle - thick / 2, 0, thick, bottom));
        }
        for (double y : view.down().lines()) {
            double middle = y - gap;
            edge(thick -> g.fillRect(0, middle - thick / 2, right, thick));
        }
    }

    /// On ground of its own where there is room: cells have every colour there is.
    private void edge(DoubleConsumer drawnThick) {
        if (gap > 0) {
            g.setFill(palette.background());
            drawnThick.accept(2 * FROZEN_EDGE);
        }
        g.setFill(palette.muted());
        drawnThick.accept(FROZEN_EDGE);
    }

    private void cell(int row, int column, double y, double x, boolean withText) {
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

    private void hatched(Part rows, double x) {
        double width = view.metrics().cellWidth() - gap;
        double top = rows.start();
        double bottom = Math.min(rows.edge(rows.to()) - gap, rows.end());
        g.save();
        g.beginPath();
        g.rect(x, top, width, bottom - top);
        g.clip();
        g.setFill(palette.empty());
        g.fillRect(x, top, width, bottom - top);
        g.setStroke(palette.line());
        g.setLineWidth(1);
        for (double y = view.metrics().columnHeader() - width; y < bottom + width; y += HATCH_STEP) {
            g.strokeLine(x, y + width, x + width, y);
        }
        g.restore();
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

    private void columnHeaders(Part columns) {
        if (view.metrics().cellWidth() < MIN_TEXT_HEIGHT) {
            return; // upright lines would overlap
        }
        double height = view.metrics().columnHeader();
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(HEADER_FONT);
        for (int c = firstColumn(columns); c < endColumn(columns); c++) {
            HeatMapData.Column column = data.column(c);
            boolean plain = column.order() == HeatMapData.Order.NONE;
            g.save();
            g.translate(columns.edge(c) + columns.cell() / 2, height - 8);
            g.rotate(-90);
            g.setFill(column.note().isEmpty() ? palette.text() : palette.muted());
            g.fillText(HEADER_TEXT.fitted(column.order().sign() + column.name(), height - 16), 0, 0);
            g.restore();
            if (!plain) {
                g.setFill(palette.text());
                g.fillRect(columns.edge(c), height - 3, columns.cell() - gap, 2);
            }
        }
    }

    private void rowHeaders(Part rows) {
        boolean withText = view.metrics().cellHeight() >= MIN_TEXT_HEIGHT;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(HEADER_FONT);
        for (int r = firstRow(rows); r < endRow(rows); r++) {
            double y = rows.edge(r);
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

    private int firstRow(Part rows) {
        return rows.firstBehind(area.getMinY());
    }

    private int endRow(Part rows) {
        return rows.endBefore(area.getMaxY());
    }

    private int firstColumn(Part columns) {
        return columns.firstBehind(area.getMinX());
    }

    private int endColumn(Part columns) {
        return columns.endBefore(area.getMaxX());
    }
}
