package clipscope.ui.grid.export;

import clipscope.ui.grid.table.GridTable;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// The grid as JSON: what the numbers are, the images, the prompts, and a row of numbers for each image;
/// `null` where there is none.
public final class GridJson {

    private GridJson() {}

    /// Writes one object.
    ///
    /// @param names what stands for each image, in the order of the rows
    public static void write(GridTable table, List<String> names, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject();
        json.name("quantity").value(table.mode().quantity());
        json.name("images").beginArray();
        for (String name : names) {
            json.value(name);
        }
        json.endArray();
        json.name("prompts").beginArray();
        for (int c = 0; c < table.columns(); c++) {
            json.value(table.column(c).prompt());
        }
        json.endArray();
        json.name("values").beginArray();
        for (int r = 0; r < table.rows(); r++) {
            json.beginArray();
            for (int c = 0; c < table.columns(); c++) {
                float value = table.value(r, c);
                if (Float.isNaN(value)) {
                    json.nullValue();
                } else {
                    json.value(value);
                }
            }
            json.endArray();
        }
        json.endArray();
        json.endObject();
        json.flush();
    }
}
