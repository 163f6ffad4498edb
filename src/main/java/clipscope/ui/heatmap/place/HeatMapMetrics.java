package clipscope.ui.heatmap.place;

/// The sizes a heat map is laid out with.
///
/// **Unit:** pixels.
///
/// **Thread:** Immutable.
///
/// @param cellWidth from one column to the next, the gap included
/// @param cellHeight from one row to the next, the gap included
/// @param rowHeader what stands left of the cells: picture and name
/// @param columnHeader what stands above the cells: the labels, upright
public record HeatMapMetrics(double cellWidth, double cellHeight, double rowHeader, double columnHeader) {

    public static final double MIN_CELL = 2; // a page of 10,000 rows is then a few windows high
    public static final double MAX_CELL = 120;

    private static final double ASPECT = 1.2; // a value of three decimals fits across when it fits in height
    private static final double NAME_WIDTH = 108;
    private static final double PICTURE_GAP = 8;

    /// {@return the metrics with cells of about this height}
    public static HeatMapMetrics ofCellHeight(double height, double columnHeader) {
        double cell = Math.clamp(Math.rint(height), MIN_CELL, MAX_CELL);
        double width = Math.rint(cell * ASPECT);
        return new HeatMapMetrics(width, cell, width + PICTURE_GAP + NAME_WIDTH, columnHeader);
    }

    /// {@return the width of the picture in a row's header}
    public double pictureWidth() {
        return cellWidth;
    }

    /// {@return where the name begins in a row's header}
    public double nameLeft() {
        return pictureWidth() + PICTURE_GAP;
    }

    /// {@return the width left for the name in a row's header}
    public double nameWidth() {
        return rowHeader - nameLeft() - PICTURE_GAP;
    }
}
