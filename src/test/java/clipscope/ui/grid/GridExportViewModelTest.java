package clipscope.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.desk.Desks;
import clipscope.ui.grid.GridExportViewModel.State;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.ColorScale;
import clipscope.ui.heatmap.HeatMapLegend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridExportViewModelTest {

    @TempDir
    private Path folder;

    private final Desks desks = new Desks();
    private final GridViewModel grid = new GridViewModel(desks.desk(), _ -> {});
    private final GridExportViewModel model = grid.export();

    @BeforeEach
    void twoImagesAndOneLabel() {
        grid.setVisible(true);
        desks.open();
        desks.desk().session().addImages(List.of(Desks.red("red.png"), Desks.missing("gone.png")));
        desks.desk().session().setLabels(List.of("red"));
        desks.tasks().runAll();
    }

    @Test
    void theNumbersAreWrittenInTheBackground() throws IOException {
        Path file = folder.resolve("grid.csv");

        model.csv(table(), file);
        assertEquals(new State.Working(file), model.stateProperty().get());

        desks.tasks().runAll();
        assertEquals(new State.Written(file), model.stateProperty().get());
        String gone = Path.of("no", "such", "folder", "gone.png").toString();
        assertEquals("image,red\r\nred.png,1.0\r\n" + gone + ",\r\n", Files.readString(file));
    }

    @Test
    void thePictureIsWrittenInTheBackground() throws IOException {
        Path file = folder.resolve("grid.png");

        model.png(PixelImage.adopt(2, 1, new byte[] {1, 2, 3, 4, 5, 6}), file);
        desks.tasks().runAll();

        assertEquals(0xff040506, ImageIO.read(file.toFile()).getRGB(1, 0));
    }

    @Test
    void theNumbersAreWrittenAsJson() throws IOException {
        Path file = folder.resolve("grid.json");

        model.json(table(), file);
        desks.tasks().runAll();

        String gone = Path.of("no", "such", "folder", "gone.png").toString().replace("\\", "\\\\");
        assertEquals(
                "{\"quantity\":\"cosine\",\"images\":[\"red.png\",\"" + gone
                        + "\"],\"prompts\":[\"red\"],\"values\":[[1.0],[null]]}",
                Files.readString(file));
    }

    /// The header takes 128 bytes; 1.0 is 00 00 80 3f, and what is missing is not a number.
    @Test
    void theNumbersAreWrittenAsNumPyReadsThem() throws IOException {
        Path file = folder.resolve("grid.npy");

        model.npy(table(), file);
        desks.tasks().runAll();

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(128 + 2 * Float.BYTES, bytes.limit());
        assertEquals(1f, bytes.getFloat(128), 1e-6);
        assertTrue(Float.isNaN(bytes.getFloat(132)));
    }

    @Test
    void theDrawingHasACellWithItsColourAndItsNumber() throws IOException {
        Path file = folder.resolve("grid.svg");

        model.svg(table(), new HeatMapLegend.Words("0", "1", "cosine", ColorScale.VIRIDIS), file);
        desks.tasks().runAll();

        String svg = Files.readString(file);
        assertTrue(svg.contains("fill=\"#21908d\""), svg); // all numbers are one: the middle of viridis
        assertTrue(svg.contains(">1.000</text>"), svg);
        assertTrue(svg.contains(">red.png</text>"), svg);
    }

    @Test
    void theNumbersAreCopiedWithTabs() {
        String gone = Path.of("no", "such", "folder", "gone.png").toString();

        assertEquals(Optional.of("image\tred\nred.png\t1.0\n" + gone + "\t\n"), model.tabs(table()));
        assertEquals(new State.Copied(), model.stateProperty().get());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing").resolve("grid.csv");

        model.csv(table(), file);
        desks.tasks().runAll();

        assertEquals(
                new State.Failed(new Problem.UnwritableFile(file, "the folder is not there")),
                model.stateProperty().get());
    }

    @Test
    void whatStoodThereStaysWhenTheNewFileFails() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("grid.csv"));
        Files.writeString(taken.resolve("inside"), "kept");

        model.csv(table(), taken);
        desks.tasks().runAll();

        assertInstanceOf(State.Failed.class, model.stateProperty().get());
        assertEquals("kept", Files.readString(taken.resolve("inside")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(taken), left.toList());
        }
    }

    private GridTable table() {
        return assertInstanceOf(GridContent.Shown.class, grid.contentProperty().get())
                .table();
    }
}
