package clipscope.ui.grid.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.session.Frozen;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridScores;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.grid.table.Tables;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridCsvTest {

    @Test
    void linesAreInTheOrderShownAndMissingNumbersAreEmpty() throws IOException {
        GridTable table = Tables.table(GridMode.COSINE, new GridOrder.ByColumn("x", true));

        assertEquals("""
                image,a photo of x,a photo of strange,a photo of y
                one.png,1.0,,0.0
                two.png,0.6,,0.8
                three.png,0.0,,1.0
                four.png,,,
                """.replace("\n", "\r\n"), csv(table, "one.png", "two.png", "three.png", "four.png"));
    }

    @Test
    void frozenRowsAndColumnsComeFirst() throws IOException {
        GridTable table = Tables.table(
                GridChoice.FIRST.withOrder(
                        GridOrder.FIRST.withFrozen(new Frozen(List.of(Tables.SECOND), List.of("y")))),
                Tables.SCORES);

        assertEquals("""
                image,a photo of y,a photo of x,a photo of strange
                two.png,0.8,0.6,
                four.png,,,
                one.png,0.0,1.0,
                three.png,1.0,0.0,
                """.replace("\n", "\r\n"), csv(table, "two.png", "four.png", "one.png", "three.png"));
    }

    @Test
    void whatWouldBreakTheLineIsQuoted() throws IOException {
        GridTable table = GridTable.of(
                new GridTable.Content(
                        List.of(Tables.FIRST, Tables.SECOND, Tables.THIRD, Tables.WAITING),
                        Collections.nCopies(4, Tables.in("")),
                        List.of(Tables.column("cat, \"big\"")),
                        GridChoice.FIRST),
                GridScores.NONE);

        assertEquals(
                "image,\"a photo of cat, \"\"big\"\"\"\r\n\"a,b.png\",\r\n\"two\nlines\",\r\n\" space \",\r\n=1+1.png,\r\n",
                csv(table, "a,b.png", "two\nlines", " space ", "=1+1.png"));
    }

    private static String csv(GridTable table, String... names) throws IOException {
        StringBuilder out = new StringBuilder();
        GridCsv.write(table, List.of(names), out);
        return out.toString();
    }
}
