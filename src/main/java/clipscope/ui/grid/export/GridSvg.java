package clipscope.ui.grid.export;

import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.ColorScale;
import clipscope.ui.heatmap.HeatMapLegend;
import java.io.IOException;
import java.util.List;

/// The grid as a drawing whose cells and words stay editable.
///
/// **Unit:** pixels at 96 to the inch, as SVG has it.
///
/// **Source:** Scalable Vector Graphics 1.1.
public final class GridSvg {

    /// The most cells: viewers become slow beyond.
    public static final int LIMIT = 50_000;

    private static final int CELL_WIDTH = 52;
    private static final int CELL_HEIGHT = 28;
    private static final int LEFT = 200;
    private static final int TOP = 200;
    private static final String EDGE = "#59636e"; // HeatMapPalette.PAPER, muted
    private static final int LONGEST = 30; // letters that fit beside the cells
    private static final int LEGEND = 44; // height
    private static final int LEGEND_WORDS = 200; // right of the bar
    private static final int STEPS = 41; // of the legend
    private static final int STEP = 4;

    private GridSvg() {}

    /// Writes a whole file.
    ///
    /// @param names what stands for each image, in the order of the rows; its whole name is shown where the
    ///     pointer rests
    public static void write(GridTable table, List<String> names, HeatMapLegend.Words legend, Appendable out)
            throws IOException {
        int width = LEFT + Math.max(table.columns() * CELL_WIDTH, STEPS * STEP + LEGEND_WORDS) + 8;
        int bottom = TOP + table.rows() * CELL_HEIGHT;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\">\n"
                .formatted(width, bottom + LEGEND));
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int c = 0; c < table.columns(); c++) {
            out.append("<text font-size=\"12\" transform=\"translate(%d %d) rotate(-90)\">%s</text>\n"
                    .formatted(
                            LEFT + c * CELL_WIDTH + CELL_WIDTH / 2 + 4,
                            TOP - 8,
                            text(table.column(c).label())));
        }
        for (int r = 0; r < table.rows(); r++) {
            out.append("<g><title>%s</title>".formatted(escaped(table.source(r).name())));
            out.append("<text font-size=\"12\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text></g>\n"
                    .formatted(LEFT - 8, TOP + r * CELL_HEIGHT + CELL_HEIGHT / 2 + 4, text(names.get(r))));
            for (int c = 0; c < table.columns(); c++) {
                cell(table, r, c, out);
            }
        }
        frozenEdges(table, out);
        legend(legend, bottom + LEGEND / 2, out);
        out.append("</svg>\n");
    }

    /// What the colours stand for, below the cells: steps, because not every viewer knows gradients.
    private static void legend(HeatMapLegend.Words words, int middle, Appendable out) throws IOException {
        for (int i = 0; i < STEPS; i++) {
            out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"10\" fill=\"#%06x\"/>"
                    .formatted(LEFT + i * STEP, middle - 5, STEP, words.colors().at(i / (STEPS - 1.0))));
        }
        out.append('\n');
        out.append("<text font-size=\"12\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted(LEFT - 8, middle + 4, escaped(words.lowest())));
        out.append("<text font-size=\"12\" x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted(LEFT + STEPS * STEP + 8, middle + 4, escaped(words.highest() + " " + words.unit())));
    }

    /// Lines where the frozen columns and rows end, heads included, on ground of their own: cells have every
    /// colour there is.
    private static void frozenEdges(GridTable table, Appendable out) throws IOException {
        int right = LEFT + table.columns() * CELL_WIDTH - 1;
        int bottom = TOP + table.rows() * CELL_HEIGHT - 1;
        if (table.frozenColumns() > 0) {
            int x = LEFT + table.frozenColumns() * CELL_WIDTH - 1;
            edge("x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"".formatted(x, x, bottom), out);
        }
        if (table.frozenRows() > 0) {
            int y = TOP + table.frozenRows() * CELL_HEIGHT - 1;
            edge("x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"".formatted(y, right, y), out);
        }
    }

    private static void edge(String line, Appendable out) throws IOException {
        out.append("<line %s stroke=\"#ffffff\" stroke-width=\"4\"/>".formatted(line));
        out.append("<line %s stroke=\"%s\" stroke-width=\"2\"/>\n".formatted(line, EDGE));
    }

    private static void cell(GridTable table, int row, int column, Appendable out) throws IOException {
        double fraction = table.fraction(row, column);
        boolean empty = Double.isNaN(fraction);
        int rgb = empty ? 0xeaeef2 : table.choice().colors().at(fraction);
        int x = LEFT + column * CELL_WIDTH;
        int y = TOP + row * CELL_HEIGHT;
        out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>"
                .formatted(x, y, CELL_WIDTH - 1, CELL_HEIGHT - 1, rgb));
        if (!empty) {
            out.append("<text font-size=\"11\" text-anchor=\"middle\" x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>"
                    .formatted(
                            x + CELL_WIDTH / 2,
                            y + CELL_HEIGHT / 2 + 4,
                            ColorScale.wantsWhiteText(rgb) ? "#ffffff" : "#000000",
                            escaped(table.mode().cellText(table.value(row, column)))));
        }
        out.append('\n');
    }

    private static String text(String words) {
        return escaped(words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…");
    }

    /// Leaves out what XML cannot say at all.
    private static String escaped(String text) {
        return text.replaceAll(
                        "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]",
                        "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
