package clipscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void textTakesThePlaceOfWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("größe.txt"), "a longer text than the next");

        WholeFile.write(file, "ü\n");

        assertEquals("ü\n", Files.readString(file));
        assertEquals(List.of("größe.txt"), names(folder));
    }

    @Test
    void whatCouldNotBeWrittenLeavesWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), "old");

        ProblemException e = assertThrows(
                ProblemException.class,
                () -> WholeFile.write(file, draft -> {
                    Files.writeString(draft, "half");
                    throw new IOException("the disk is full");
                }));

        assertEquals(new Problem.UnwritableFile(file, "the disk is full"), e.problem());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("table.csv"), names(folder));
    }

    @Test
    void aFolderIsMadeOnlyWhenThatIsAskedFor() throws Exception {
        Path file = folder.resolve("new/deeper/settings.json");

        ProblemException e = assertThrows(ProblemException.class, () -> WholeFile.write(file, "{}"));
        assertEquals(new Problem.UnwritableFile(file, "the folder is not there"), e.problem());

        WholeFile.writeInNewFolder(file, "{}");
        assertEquals("{}", Files.readString(file));
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAProblem() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("new"), "");

        assertThrows(ProblemException.class, () -> WholeFile.writeInNewFolder(inTheWay.resolve("settings.json"), "{}"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
