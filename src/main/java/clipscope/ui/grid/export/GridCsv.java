package clipscope.ui.grid.export;

import clipscope.ui.grid.table.GridTable;
import java.io.IOException;
import java.util.List;

/// The grid as comma-separated values: a header with the prompts, then a line for each image in the order
/// shown.
///
/// Numbers are written so that reading them gives the same `float` again; a cell without a number is left
/// empty.
///
/// **Source:** RFC 4180 (line ends and quoting).
public final class GridCsv {

    private static final String LINE_END = "\r\n";

    private GridCsv() {}

    /// Writes a line for each image, after a line with the prompts.
    ///
    /// @param names what stands for each image, in the order of the rows
    public static void write(GridTable table, List<String> names, Appendable out) throws IOException {
        out.append("image");
        for (int c = 0; c < table.columns(); c++) {
            out.append(',').append(quoted(table.column(c).prompt()));
        }
        out.append(LINE_END);
        for (int r = 0; r < table.rows(); r++) {
            out.append(quoted(names.get(r)));
            for (int c = 0; c < table.columns(); c++) {
                float value = table.value(r, c);
                out.append(',').append(Float.isNaN(value) ? "" : Float.toString(value));
            }
            out.append(LINE_END);
        }
    }

    /// {@return the same lines with tabs between the fields, as spreadsheets paste them}
    ///
    /// @param names what stands for each image, in the order of the rows
    public static String tabs(GridTable table, List<String> names) {
        StringBuilder out = new StringBuilder("image");
        for (int c = 0; c < table.columns(); c++) {
            out.append('\t').append(oneLine(table.column(c).prompt()));
        }
        out.append('\n');
        for (int r = 0; r < table.rows(); r++) {
            out.append(oneLine(names.get(r)));
            for (int c = 0; c < table.columns(); c++) {
                float value = table.value(r, c);
                out.append('\t').append(Float.isNaN(value) ? "" : Float.toString(value));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String oneLine(String field) {
        return field.replaceAll("[\t\r\n]+", " ");
    }

    private static String quoted(String field) {
        boolean plain = field.equals(field.strip()) && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
