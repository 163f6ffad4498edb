package clipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaveDialogTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"grid, grid.csv", "grid.csv, grid.csv", "grid.txt, grid.txt", "run 1.5, run 1.5.csv", "a.b c, a.b c.csv"
    })
    void aNameTypedWithoutItsEndingGetsIt(String typed, String written) {
        assertEquals(folder.resolve(written), SaveDialog.withEnding(folder.resolve(typed), ".csv"));
    }

    @Test
    void aLongEndingIsOne() {
        Path file = folder.resolve("mine.clipscope");
        assertEquals(file, SaveDialog.withEnding(file, ".clipscope"));
        assertEquals(file, SaveDialog.withEnding(folder.resolve("mine"), ".clipscope"));
    }

    @Test
    void noFileIsWrittenOverThatNobodyWasAskedAbout() throws IOException {
        Files.createFile(folder.resolve("grid.csv"));

        assertEquals(folder.resolve("grid-2.csv"), SaveDialog.withEnding(folder.resolve("grid"), ".csv"));

        Files.createFile(folder.resolve("grid-2.csv"));
        assertEquals(folder.resolve("grid-3.csv"), SaveDialog.withEnding(folder.resolve("grid"), ".csv"));
        assertEquals(folder.resolve("grid.csv"), SaveDialog.withEnding(folder.resolve("grid.csv"), ".csv"));
    }
}
